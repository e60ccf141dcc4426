# What every script of the setup tests begins with, on a stage.
set -u
setup=/usr/local/bin/sallyport-setup
registry=/etc/sallyport/registry
journal=/var/lib/sallyport/journal
runner=/usr/local/libexec/sallyport/sallyport-command-runner

# Everything that setup may change: names, kinds, modes, owners, link targets, contents, firewall rules. The copies that
# useradd and its relatives keep of the files they edit (passwd-, group-, ...) are those tools' own.
snapshot() {
    find /etc /var/lib /usr/local -maxdepth 4 -regextype posix-extended \
        \( -regex '/etc/(passwd|shadow|group|gshadow|subuid|subgid)-' -o -path '/usr/local/*/*/*/*' \) -prune \
        -o -printf '%p %y %m %U %G %l\n' | LC_ALL=C sort
    find /etc -type f ! -regex '/etc/[a-z]*-' -exec sha256sum {} + | LC_ALL=C sort -k 2
    nft list ruleset
}

# Compares the machine with a snapshot and says what differs.
unchanged() {
    snapshot >/run/now
    if ! diff "$1" /run/now; then echo "FAILED: $2"; fi
}

# Runs a command that must have an exit status; what it printed is shown when it has another.
expect() {
    local wanted=$1 status=0
    shift
    "$@" >/run/output 2>&1 || status=$?
    if [ $status != "$wanted" ]; then
        echo "FAILED: '$*' ended with $status, not $wanted:"
        cat /run/output
    fi
}

# Runs a command that must fail with an exit status and a text in its message.
refused() {
    local wanted=$1 text=$2
    shift 2
    expect "$wanted" "$@"
    if ! grep -qF -- "$text" /run/output; then
        echo "FAILED: '$*' does not say '$text', but:"
        cat /run/output
    fi
}
