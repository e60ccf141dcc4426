# Performs trials, read from standard input; the fields of a line stand between tabs:
#
#   trial INDEX                                    begins one on a fresh host
#   companion NAME DIRECTORY PREFIX                leaves a command running in a sandbox until the next trial
#   steps USER DIRECTORY PREFIX ATTEMPTS           runs the probe as a user behind a prefix
#   cancelled USER DIRECTORY PREFIX ATTEMPTS       the same; the command stays until its caller is told to end it
#   abandoned USER DIRECTORY PREFIX ATTEMPTS       the same; the command stays until its caller is killed
#   evidence USER DIRECTORY PREFIX ATTEMPTS        the same as steps, after the steps
#   unknown REASON                                 the host does not have what the trial needs
#
# For each line it prints the index, the kind, the exit status, the probe's answers between semicolons, and the first complaint.
#
# Besides the standard streams the person's commands have open: 7, a socket to another machine; 8, a directory; 9, a file.
# shellcheck disable=SC2016 # the words are for the inner shell
enter='cd "$1" && shift; [ "$USER" != alice ] || exec 7<>/dev/udp/10.77.0.2/443 8<"$HOME/opened-directory" 9<>"$HOME/opened"
exec timeout 30 "$@"'
stay='sallyport-probe --file -; echo stays; exec sleep 60'

# Whether setup has to be run again, what the sandbox keeps for the person is to be forgotten, and which file may not be changed.
rules_removed=0
state_changed=0
frozen=

# The words of a prefix, into `words`. bwrap(1) mounts on no link, and what it hides it covers with something of the same kind
# that nobody opens: both have to be seen on the spot.
choose_words() {
    local word path is_hidden=
    words=("$@")
    [[ " $* " = *" bwrap "* ]] || return 0
    words=()
    for word in "$@"; do
        path=$word
        [ "${word#/}" = "$word" ] || path=$(realpath -e "$word" 2>/dev/null) || path=$word
        if [ "$word" = --hide ]; then
            is_hidden=1
        elif [ -z "$is_hidden" ]; then
            words+=("$path")
        else
            is_hidden=
            if [ -f "$path" ]; then words+=(--ro-bind /run/closed "$path"); else words+=(--perms 0 --tmpfs "$path"); fi
        fi
    done
}

# Connects from the other machine until it is stopped.
knock() {
    while :; do
        nsenter --net="/proc/$(cat /run/peer)/ns/net" sallyport-probe connect tcp4 10.77.0.1 "$1" >/dev/null 2>&1
        sleep 0.05
    done
}

# Performs attempts by a command that stays, until the signal reaches its caller; waits until what goes down with the caller is gone.
interrupt() {
    local signal=$1 directory=$2 caller status=0 tries=0
    : >/run/output
    # Without the time limit it is the caller itself that is started here.
    (cd / && exec "${run[@]}" bash -c "${enter/exec timeout 30/exec}" run "$directory" "${words[@]}" bash -c "$stay") \
        </run/attempts >>/run/output 2>/run/errors &
    caller=$!
    until grep -q '^stays$' /run/output || [ $((tries += 1)) -gt 3000 ] || ! kill -0 "$caller"; do sleep 0.01; done
    kill "-$signal" "$caller"
    wait "$caller" || status=$?
    tries=0
    while pgrep -f '^sleep 60$' && [ $((tries += 1)) -lt 500 ]; do sleep 0.01; done
    sleep 0.2
    return "$status"
} >/dev/null 2>&1

perform() {
    local ending=$1 user=$2 directory=$3 prefix=$4 attempts=$5 output status=0 knocker= name words
    attempts=${attempts//@pid-user@/$user_process}
    attempts=${attempts//@pid-other@/$other_process}
    for name in "${!companions[@]}"; do attempts=${attempts//@$name@/${companions[$name]}}; done
    case $attempts in *'listen tcp'*) knock "${attempts##* }" & knocker=$! ;; esac
    printf '%s\n' "${attempts//; /$'\n'}" >/run/attempts
    local run=(as "$user")
    [ "$user" = alice ] && run=(as alice env "${person[@]}")
    [ "$user" = root ] && run=(env)
    [[ $attempts = *"nft flush"* || $attempts = *"sallyport-setup uninstall"* ]] && rules_removed=1
    [[ $user = root && $attempts = *"chattr +i "* ]] && frozen=${attempts##*chattr +i } frozen=${frozen%%;*}
    [[ $attempts = *.local/state* ]] && state_changed=1
    # shellcheck disable=SC2086 # a prefix is words
    choose_words $prefix
    case $ending in
        cancelled) interrupt TERM "$directory" || status=$?; output=$(cat /run/output) ;;
        abandoned) interrupt KILL "$directory" || status=$?; output=$(cat /run/output) ;;
        *)
            output=$(cd / && "${run[@]}" bash -c "$enter" run "$directory" \
                "${words[@]}" sallyport-probe --file - </run/attempts 2>/run/errors) || status=$?
            ;;
    esac
    [ -z "$knocker" ] || kill "$knocker"
    printf '%s\t%s\t%s\n' "$status" "$(sed -n 's/.* -> //p' <<<"$output" | paste -sd ';')" \
        "$(head -c 400 /run/errors | tr '\n\t' '  ')"
}

# Ends the processes with such a command line, and waits until nobody finds them any more: the next trial looks for its own.
end_all() { while pkill -KILL -f "$1"; do sleep 0.01; done; }

# Ends what a trial left running, and puts the rest back.
tidy() {
    [ ${#companions[@]} = 0 ] || { end_all '^sleep 7777[0-9]$'; companions=(); }
    end_all '^probe-left'
    reset_host
}

start_companion() {
    local name=$1 directory=$2 prefix=$3 seconds=7777${#companions[@]} process tries=0 words
    # shellcheck disable=SC2086 # a prefix is words
    choose_words $prefix
    as alice bash -c 'cd "$1" && shift; exec "$@"' companion "$directory" "${words[@]}" sleep "$seconds" </dev/null >/dev/null 2>&1 &
    until process=$(pgrep -nf "^sleep $seconds\$"); do
        [ $((tries += 1)) -gt 500 ] && return 1
        sleep 0.01
    done
    companions[$name]=$process
}

work() {
    local kind index=0 name user directory prefix attempts tab=$'\t'
    local -A companions=()
    make_host
    install -m 0 /dev/null /run/closed
    while IFS= read -r line; do
        kind=${line%%"$tab"*}
        case $kind in
            trial) index=${line#*"$tab"}; tidy ;;
            companion)
                line=${line#*"$tab"}; name=${line%%"$tab"*}
                line=${line#*"$tab"}
                start_companion "$name" "${line%%"$tab"*}" "${line#*"$tab"}" ||
                    printf '%s\tunknown\t0\t\tthe command beside it did not start\n' "$index"
                ;;
            unknown) printf '%s\tunknown\t0\t\t%s\n' "$index" "${line#*"$tab"}" ;;
            *)
                # `read` would join the tabs around an empty field.
                line=${line#*"$tab"}; user=${line%%"$tab"*}
                line=${line#*"$tab"}; directory=${line%%"$tab"*}
                line=${line#*"$tab"}; prefix=${line%%"$tab"*}
                attempts=${line#*"$tab"}
                perform "$kind" "$user" "$directory" "$prefix" "$attempts" >/run/performed
                case $kind in cancelled | abandoned) kind=steps ;; esac
                printf '%s\t%s\t%s\n' "$index" "$kind" "$(cat /run/performed)"
                ;;
        esac
    done
}
