# Sourced by the runner's tests: what setup would install, made by hand, so that the runner is tested alone.
runner=/usr/local/libexec/sallyport/sallyport-command-runner
registry=/etc/sallyport/registry

install_runner() {
    groupadd --gid 990 CodexSandboxUsers
    groupadd --gid 989 CodexSandboxLaunch
    useradd --no-create-home --home-dir /nonexistent --shell /usr/sbin/nologin --uid 991 --gid 990 CodexSandboxOffline
    useradd --no-create-home --home-dir /nonexistent --shell /usr/sbin/nologin --uid 992 --gid 990 CodexSandboxOnline
    usermod --append --groups CodexSandboxLaunch alice
    usermod --append --groups CodexSandboxLaunch bob
    mkdir --parents /etc/sallyport /usr/local/libexec/sallyport
    mkdir --mode=700 /var/lib/sallyport
    install --mode=600 /dev/null /var/lib/sallyport/journal
    write_registry
    load_firewall
    install --owner root --group CodexSandboxLaunch --mode 4750 /usr/local/bin/sallyport-command-runner $runner
}

write_registry() {
    printf '%s\n' 'sallyport-registry 1' 'group users CodexSandboxUsers 990' 'group launch CodexSandboxLaunch 989' \
        'principal offline CodexSandboxOffline 991' 'principal online CodexSandboxOnline 992' 'block 5001 65536 512' \
        end >$registry
    chmod 644 $registry
}

# load_firewall [FIRST RULE OF CHAIN offline]
load_firewall() {
    nft -f - <<RULES
table inet sallyport
delete table inet sallyport
table inet sallyport {
    chain offline {
        ${1-}
        meta l4proto tcp counter reject with tcp reset
        counter reject with icmpx type admin-prohibited
    }
    chain output {
        type filter hook output priority filter; policy accept;
        meta skuid ${2-991} goto offline
    }
}
RULES
}

# A workspace that the group 65536 may write, with a protected .git, in alice's closed home.
make_workspace() {
    as alice bash -c 'mkdir ~/work ~/work/.git; echo original >~/work/.git/config; echo one >~/work/file'
    setfacl -m g:990:x /home/alice
    setfacl -R -m g:65536:rwX,d:g:65536:rwX,d:u:alice:rwX /home/alice/work
}

# request FIELD... -- COMMAND...: a request as a file, with defaults for what every request must say.
request() {
    local fields=('sallyport-launch 1')
    while [ "$1" != -- ]; do
        fields+=("$1")
        shift
    done
    shift
    fields+=('working-directory /home/alice/work')
    for argument; do fields+=("argument $argument"); done
    fields+=('environment PATH=/usr/local/bin:/usr/bin:/bin' 'environment HOME=/tmp/home' end)
    printf '%s\0' "${fields[@]}" >/tmp/request
    chmod 644 /tmp/request
}

offline=('level elevated' 'principal offline' 'workspace-gid 65536' 'network none' 'temporary writable')
work=('writable-root /home/alice/work' 'protected /home/alice/work/.git')

# start USER: runs the request as a user, with the runner's status; the outcome goes through a pipe to $outcome.
start() {
    local status=0 pipe reader
    pipe=$(mktemp --dry-run)
    outcome=$pipe.outcome
    mkfifo $pipe
    cat $pipe >$outcome &
    reader=$!
    as "$1" bash -c "exec $runner 3</tmp/request 4>&9 9>&-" 9>$pipe || status=$?
    wait $reader
    return $status
}

# launch USER: the same, and prints the outcome after the command's output.
launch() {
    start "$1" || true
    cat $outcome
}

# row NAME [USER]: prints the output and the outcome of a launch on one line.
row() { echo "$1: $(launch "${2-alice}" 2>&1 | tr '\n' ' ' | sed 's/ $//')"; }

# await_none PATTERN: waits, ten seconds at most, until no process has such a command line.
await_none() {
    local tries=0
    while pgrep -f "$1" >/dev/null && [ $((tries += 1)) -lt 500 ]; do sleep 0.02; done
}
