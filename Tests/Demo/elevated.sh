# The demonstration with everything in force, as root on a stage.
set -euo pipefail
source /run/files/attempts.sh

# Everything that setup or the sandbox could leave on the machine, as one text.
snapshot() {
    # Directories without their sizes, and alice's project without what her own work leaves there.
    find /etc /usr/local /var/lib /var/spool /home -xdev -path /home/alice/project -prune -o ! -name '*-' ! -type d -printf '%p %M %u %g %s\n' | sort
    find /etc /usr/local /var/lib /var/spool /home -xdev -path '*/.git/*' -prune -o -type d -printf '%p %M %u %g\n' | sort
    # Whatever has a list beyond its mode.
    getfacl --recursive --absolute-names --skip-base /home
    cat /etc/passwd /etc/group /etc/shadow
    nft list ruleset
    ps -e -o user=,args= | grep -v -e 'ps -e' -e '^root' || true
}

export HOME=/home/alice
WORKSPACE=/home/alice/project
as alice bash -c "$(declare -f make_repository); WORKSPACE=$WORKSPACE make_repository"
as alice sh -c 'mkdir -m 700 ~/.ssh && (umask 077; echo "a private key" >~/.ssh/id)'
as bob sh -c 'echo diary >~/diary; chmod 600 ~/diary; mkdir -m 777 ~/public; echo shared >~/public/file; chmod 666 ~/public/file'
install -m 4755 "$(command -v sallyport-probe)" /usr/local/bin/raise
as alice sleep infinity &
VICTIM=$!
cd $WORKSPACE
snapshot >/run/before

printf '%sInstalling%s, as an administrator: sallyport-setup install --for-user alice\n' "$bold" "$plain"
sallyport-setup install --for-user alice | sed "s/^/  $dim/; s/\$/$plain/"
inside() { as alice sallyport run "$@"; }
outside() { as alice "$@"; }
printf '\nalice, in her repository: sallyport run -- COMMAND\n'
as alice sallyport run -- id | cut -c1-110 | sed 's/^/  a command runs as: /'

attempt_work
attempt_files "account and access lists"
denied "read your private key" "account and access lists" -- cat /home/alice/.ssh/id
outside() { as bob "$@"; }
denied "write where another user lets everybody" "the read-only view" -- sh -c 'echo evil >>/home/bob/public/file && echo shared >/home/bob/public/file'
denied "read another user's diary" "account and access lists" -- cat /home/bob/diary
outside() { "$@"; }
denied "create a file in /etc" "the read-only view" -- sh -c 'touch /etc/evil && rm /etc/evil'
outside() { as alice "$@"; }
attempt_protected
denied "write the workspace, with --policy read-only" "the read-only view" --policy read-only -- sh -c 'touch new && rm new'

heading "network: local listeners, another machine"
denied "TCP to a local service" "the empty network namespace" -- python3 -c "$connect" 127.0.0.1 8080
denied "TCP to another machine" "the empty network namespace" -- python3 -c "$connect" 10.77.0.2 80
denied "TCP over IPv6" "the empty network namespace" -- python3 -c "$connect" fd77::2 80
denied "UDP" "the empty network namespace" -- python3 -c \
    'import socket; socket.socket(socket.AF_INET, socket.SOCK_DGRAM).sendto(b"x", ("10.77.0.2", 53))'
allowed "TCP to another machine, with --network" --network -- python3 -c "$connect" 10.77.0.2 80
# The firewall is the second layer behind the empty namespace: the offline account meets it wherever it runs.
status=0
output=$(setpriv --reuid CodexSandboxOffline --regid CodexSandboxUsers --clear-groups python3 -c "$connect" 10.77.0.2 80 2>&1) || status=$?
row "the offline account outside its namespaces" denied "the firewall" $status "$output"

attempt_processes
denied "setuid program" "no new privileges" -- sh -c \
    'answer=$(raise --identity); case "$answer" in *euid=0*) ;; *) echo "identity unchanged: $answer"; exit 1 ;; esac'
nft flush ruleset
status=0
output=$(inside -- true 2>&1) || status=$?
row "launch after 'nft flush ruleset'" denied "the launch: firewall" $status "$output"

heading "going away"
as alice sallyport revoke --all | sed "s/^/  $dim/; s/\$/$plain/"
sallyport-setup uninstall | sed "s/^/  $dim/; s/\$/$plain/"
# What is alice's own goes when she says so: the program she built, and the ledger of her workspaces.
as alice rm -r /home/alice/project/hello /home/alice/.local
snapshot >/run/after
if difference=$(diff /run/before /run/after); then
    row "accounts, rules, lists, files that are left" allowed "" 0 "none"
else
    echo "$difference" | head -40
    row "accounts, rules, lists, files that are left" allowed "" 1 "see above"
fi
close_table
