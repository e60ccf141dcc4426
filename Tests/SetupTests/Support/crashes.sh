# Kills setup at every occurrence of every system call that changes something, one kill a round, and then either finishes
# or undoes. `when=N` is the Nth occurrence of that call in setup itself; its tools are not traced and run to their end.
#
# Needs: crashes OPERATION, with OPERATION install or uninstall. Prints "rounds N" at the end.
calls="write ftruncate fdatasync fsync renameat renameat2 unlinkat mkdirat symlinkat fchown fchmod clone3 clone vfork wait4"

crash() {
    local status=0
    strace -qq -o /dev/null -e "trace=$1" -e "inject=$1:signal=KILL:when=$2" "${@:3}" >/run/output 2>&1 || status=$?
    if [ $status = 137 ]; then return 0; fi
    if [ $status != 0 ]; then
        echo "FAILED: '${*:3}' under strace ended with $status:"
        cat /run/output
    fi
    return 1
}

install() { expect 0 $setup install --for-user alice; }
uninstall() { expect 0 $setup uninstall; }

crashes() {
    snapshot >/run/before
    local rounds=0 call number
    for call in $calls; do
        number=1
        while :; do
            local place="$1 killed at $call $number"
            if [ "$1" = install ]; then
                crash "$call" $number $setup install --for-user alice || break
            else
                install
                crash "$call" $number $setup uninstall || break
            fi
            # Every second kill is finished before it is undone, every other one is undone at once.
            if [ $((number % 2)) = 0 ]; then
                install
                expect 0 $setup status
            fi
            uninstall
            unchanged /run/before "$place"
            rounds=$((rounds + 1))
            number=$((number + 1))
        done
        uninstall
    done
    unchanged /run/before "$1 that was not killed"
    echo "rounds $rounds"
}
