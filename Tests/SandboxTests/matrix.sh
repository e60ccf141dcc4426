# matrix.sh ROWS [PREFIX...]: performs each row as alice behind a command prefix (`sallyport run ... --`); without one, each row's control.
# ROWS has one row per line: name, workspace, who performs the control, attempts, evidence, between tabs.
# Prints NAME <tab> answer inside <tab> answer outside. An answer is the probe's, or `seen`/`unseen` for a row with evidence.
source /run/files/world.sh

rows=$1
shift

# answer USER WORKSPACE ATTEMPTS EVIDENCE PREFIX...
answer() {
    local user=$1 workspace=$2 attempts=$3 evidence=$4 output status=0
    shift 4
    attempts=${attempts//'{ws}'/$workspace}
    attempts=${attempts//'{home}'//home/alice}
    attempts=${attempts//'{pid}'/$victim}
    attempts=${attempts//'{server}'/$server}
    printf '%s\n' "${attempts//; /$'\n'}" >/run/attempts
    local run=(as "$user")
    [ "$user" = root ] && run=(env)
    [ "$user" = alice ] || workspace=/
    output=$(cd / && "${run[@]}" bash -c 'cd "$1" && shift && exec timeout 30 "$@"' run "$workspace" \
        "$@" sallyport-probe --file - </run/attempts 2>/run/errors) || status=$?
    if [ $status != 0 ]; then
        printf 'failed %s: %s' $status "$(tr '\n\t' '  ' </run/errors)"
    elif [ -n "$evidence" ]; then
        # A row with evidence is judged by what is there afterwards, unless nothing was done at all.
        if bash -c "$evidence"; then printf seen; else printf 'unseen %s' "$(sed -n '$s/.* -> //p' <<<"$output")"; fi
    else
        sed -n '$s/.* -> //p' <<<"$output" | tr -d '\n'
    fi
}

make_world
while IFS=$'\t' read -r name workspace who attempts evidence; do
    [ "$evidence" = - ] && evidence=
    inside=-
    outside=-
    reset_world
    if [ $# -gt 0 ]; then
        inside=$(answer alice "/home/alice/$workspace" "$attempts" "$evidence" "$@")
    elif [ "$who" != nobody ]; then
        outside=$(answer "$who" "/home/alice/$workspace" "$attempts" "$evidence")
    fi
    printf '%s\t%s\t%s\n' "$name" "$inside" "$outside"
done <"$rows"
