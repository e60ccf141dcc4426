# Kills the tools of setup at every system call by which they change the account files, as if the machine had stopped
# there, and then finishes or undoes.
#
# Needs: tool_crashes OPERATION TOOL... Prints "rounds N" at the end. The locks and unfinished copies that a killed tool
# leaves in /etc are its own (it takes the next of its kind to replace them) and are cleared before comparing.
mkdir -p /run/tools

wrap() {
    local path
    path=$(command -v "$1")
    cp "$path" "/run/tools/$1"
    printf '#!/bin/bash\nread -r call number </run/crash\n%s\n' \
        "exec strace -qq -o /dev/null -e trace=\$call -e inject=\$call:signal=KILL:when=\$number /run/tools/$1 \"\$@\"" \
        >"/run/tools/$1.wrapper"
    chmod 755 "/run/tools/$1.wrapper"
    mount --bind "/run/tools/$1.wrapper" "$path"
}

unwrap() { umount "$(command -v "$1")"; }

tool_crashes() {
    local operation=$1 tool call number rounds=0 status
    shift
    snapshot >/run/before
    for tool in "$@"; do
        for call in link rename unlink; do
            number=1
            while :; do
                [ "$operation" = uninstall ] && expect 0 $setup install --for-user alice
                echo "$call $number" >/run/crash
                wrap "$tool"
                status=0
                if [ "$operation" = install ]; then
                    $setup install --for-user alice >/run/output 2>&1 || status=$?
                else
                    $setup uninstall >/run/output 2>&1 || status=$?
                fi
                unwrap "$tool"
                case $status in
                    0) break ;;
                    71) ;;
                    *) echo "FAILED: $operation with $tool killed at $call $number ended with $status:"; cat /run/output ;;
                esac
                # Every second kill is finished before it is undone, every other one is undone at once.
                if [ $((number % 2)) = 0 ]; then
                    expect 0 $setup install --for-user alice
                    expect 0 $setup status
                fi
                expect 0 $setup uninstall
                find /etc -maxdepth 1 -regextype posix-extended \
                    -regex '/etc/(passwd|shadow|group|gshadow|subuid|subgid)(\+|\.lock|\.[0-9]+)' -delete
                unchanged /run/before "$operation with $tool killed at $call $number"
                rounds=$((rounds + 1))
                number=$((number + 1))
            done
            expect 0 $setup uninstall
        done
    done
    echo "rounds $rounds"
}
