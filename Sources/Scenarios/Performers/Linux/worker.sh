# Performs trials, read from standard input; the fields of a line stand between tabs:
#
#   trial INDEX                                    begins one on a fresh host
#   steps USER DIRECTORY PREFIX ATTEMPTS           runs the probe as a user behind a prefix
#   evidence USER DIRECTORY PREFIX ATTEMPTS        the same, after the steps
#   unknown REASON                                 the host does not have what the trial needs
#
# For each line it prints the index, the kind, the exit status, the probe's answers between semicolons, and the first complaint.
perform() {
    local user=$1 directory=$2 prefix=$3 attempts=$4 output status=0
    attempts=${attempts//@pid-user@/$user_process}
    attempts=${attempts//@pid-other@/$other_process}
    printf '%s\n' "${attempts//; /$'\n'}" >/run/attempts
    local run=(as "$user")
    [ "$user" = root ] && run=(env)
    [[ $attempts = *"nft flush"* ]] && rules_removed=1
    # shellcheck disable=SC2086 # a prefix is words
    output=$(cd / && "${run[@]}" bash -c 'cd "$1" && shift && exec timeout 30 "$@"' run "$directory" \
        $prefix sallyport-probe --file - </run/attempts 2>/run/errors 9</home/alice) || status=$?
    printf '%s\t%s\t%s\n' "$status" "$(sed -n 's/.* -> //p' <<<"$output" | paste -sd ';')" \
        "$(head -c 400 /run/errors | tr '\n\t' '  ')"
}

rules_removed=0

work() {
    local kind index=0 user directory prefix attempts tab=$'\t'
    make_host
    while IFS= read -r line; do
        kind=${line%%"$tab"*}
        case $kind in
            trial) index=${line#*"$tab"}; reset_host ;;
            unknown) printf '%s\tunknown\t0\t\t%s\n' "$index" "${line#*"$tab"}" ;;
            *)
                # `read` would join the tabs around an empty field.
                line=${line#*"$tab"}; user=${line%%"$tab"*}
                line=${line#*"$tab"}; directory=${line%%"$tab"*}
                line=${line#*"$tab"}; prefix=${line%%"$tab"*}
                attempts=${line#*"$tab"}
                printf '%s\t%s\t%s\n' "$index" "$kind" "$(perform "$user" "$directory" "$prefix" "$attempts")"
                ;;
        esac
    done
}
