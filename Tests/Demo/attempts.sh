# The attempts of the demonstration and the table. Sourced, with these set: HOME of the user, `WORKSPACE`, and the functions
# `inside OPTIONS -- COMMAND...` (in the sandbox) and `outside COMMAND...` (the same user without it), both in the workspace.

differing=0
if [ "${DEMO_COLOR-}" ]; then
    good=$'\e[32m' bad=$'\e[31m' dim=$'\e[2m' bold=$'\e[1m' plain=$'\e[0m'
else
    good='' bad='' dim='' bold='' plain=''
fi

heading() { printf '\n%s%-46s %-8s  %-40s %s%s\n' "$bold" "$1" expected observed "decided by" "$plain"; }

# What the kernel's message in a command's output says about who decided.
layer() {
    case "$1" in
        *'nothing was run: layer '*) sed -n 's/.*layer \([a-z-]*\):.*/the launch: \1/p' <<<"$1" | head -1 ;;
        *'Read-only file system'* | *'Device or resource busy'* | *'Invalid cross-device link'*) echo "the read-only view" ;;
        *'Network is unreachable'* | *'Cannot assign requested address'*) echo "the empty network namespace" ;;
        *'Connection refused'*) echo "the firewall" ;;
        *'No such process'*) echo "the process namespace" ;;
        *'No such file'*) echo "the private view" ;;
        *'Permission denied'*) echo "account and access lists" ;;
        *'identity unchanged'*) echo "no new privileges" ;;
        *'Operation not permitted'* | *'not implemented'* | *'not supported'*) echo "the system call filter" ;;
        *) echo '?' ;;
    esac
}

# row NAME EXPECTED DECIDER STATUS OUTPUT: one line; DECIDER is compared with what the output says when something was denied.
row() {
    local name=$1 expected=$2 decider=$3 status=$4 output=$5 observed=allowed said='' mark=$good differs=''
    if [ "$status" != 0 ]; then
        observed=denied
        said=$(layer "$output")
        output=$(grep -oE 'nothing was run|Read-only file system|Device or resource busy|Invalid cross-device link|Network is unreachable|Cannot assign requested address|Connection refused|No such process|No such file[a-z ]*|Permission denied|Operation not permitted|Function not implemented|Operation not supported|identity unchanged' <<<"$output" | head -1) ||
            output="status $status"
    else
        output=$(grep -v '^ *$' <<<"$output" | tail -1 | cut -c1-24) || output=
    fi
    if [ "$observed" != "$expected" ] || { [ "$observed" = denied ] && [ "$said" != "$decider" ]; }; then
        differing=$((differing + 1)) mark=$bad differs="  <- differs"
    fi
    printf '%-46s %-8s  %s%-40s%s %s%s%s%s\n' "$name" "$expected" "$mark" "$observed${output:+: $output}" \
        "$plain" "$dim" "${said:-$decider}" "$plain" "$bad$differs$plain"
}

# allowed NAME [OPTIONS...] -- COMMAND...
allowed() {
    local name=$1 output status=0
    shift
    output=$(inside "$@" 2>&1 | tr '\0' ' ') || status=$?
    row "$name" allowed "" "$status" "$output"
}

# denied NAME DECIDER [OPTIONS...] -- COMMAND...: denied inside, by this; then the same must succeed without the sandbox.
denied() {
    local name=$1 decider=$2 output status=0
    shift 2
    output=$(inside "$@" 2>&1 | tr '\0' ' ') || status=$?
    row "$name" denied "$decider" "$status" "$output"
    while [ "$1" != -- ]; do shift; done
    shift
    if ! output=$(outside "$@" 2>&1 | tr '\0' ' '); then
        differing=$((differing + 1))
        printf '  %sthe same fails without the sandbox too: %s%s\n' "$bad" "$output" "$plain"
    fi
}

# For what no ordinary tool does: the probe's answer, as a command.
attempt='answer=$(sallyport-probe "$@"); echo "$answer" | sed "s/ENOSYS/Function not implemented/; s/EPERM/Operation not permitted/"
case "$answer" in *"-> ok"*) ;; *) exit 1 ;; esac'

make_repository() {
    mkdir -p "$WORKSPACE"
    cd "$WORKSPACE"
    git init -q -b main
    git config user.name "Alice" && git config user.email alice@example.org
    cat >hello.c <<'C'
#include <stdio.h>
int main(void) {
    puts("hello from a program built inside");
    return 0;
}
C
    printf 'hello: hello.c\n\t$(CC) -o $@ $<\n' >Makefile
    echo "# Hello" >README.md
    mkdir notes && echo "first" >notes/one
    git add . && git commit -q -m "Say hello"
    echo "Builds with make." >>README.md && git commit -q -am "Tell how to build"
    git branch feature && echo "Second." >>notes/one
}

# What any developer does all day.
attempt_work() {
    heading "work that must go on"
    allowed "git status" -- git status --short
    allowed "git log" -- git log --oneline
    allowed "git diff" -- git diff --stat
    allowed "python writes a file" -- python3 -c 'open("data.json", "w").write("{}"); print("written")'
    allowed "make, with gcc" -- make -s hello
    allowed "run what was built" -- ./hello
    allowed "sed -i, mv, rm, mktemp" -- sh -c 'sed -i s/first/one/ notes/one && mv data.json moved.json && rm moved.json && mktemp >/dev/null'
    allowed "a pipeline with background jobs" -- bash -c 'for i in 1 2 3; do sleep 0.01 & done; wait; seq 5 | sort -r | head -1'
}

attempt_files() {
    heading "files outside the workspace"
    denied "append to ~/.bashrc" "$1" -- sh -c 'echo evil >>"$1/.bashrc" && sed -i /^evil/d "$1/.bashrc"' sh "$HOME"
    denied "create a file in the home directory" "the read-only view" -- sh -c 'touch "$1/new" && rm "$1/new"' sh "$HOME"
    denied "move a file of the workspace out" "the read-only view" -- python3 -c \
        'import os, sys; os.link("hello.c", sys.argv[1] + "/hello.c"); os.unlink(sys.argv[1] + "/hello.c")' "$HOME"
}

attempt_protected() {
    heading "protected names inside the workspace"
    denied "git commit" "the read-only view" -- git commit -q -am "Made inside"
    denied "plant a git hook" "the read-only view" -- sh -c 'echo evil >.git/hooks/post-checkout && rm .git/hooks/post-checkout'
    denied "rename .git away" "the read-only view" -- python3 -c 'import os; os.rename(".git", "x"); os.rename("x", ".git")'
    denied "rename another directory to .agents" "the read-only view" -- python3 -c \
        'import os; os.rename("notes", ".agents"); os.rename(".agents", "notes")'
    denied "create .codex/config.toml" "the read-only view" -- sh -c 'mkdir -p .codex && echo a >.codex/config.toml && rm -r .codex'
}

attempt_processes() {
    heading "other processes and the kernel"
    denied "signal a process of yours" "the process namespace" -- python3 -c \
        'import os, sys; os.kill(int(sys.argv[1]), 0)' "$VICTIM"
    denied "read its environment" "the private view" -- cat "/proc/$VICTIM/environ"
    denied "user namespace" "the system call filter" -- unshare --user true
    denied "io_uring" "the system call filter" -- sh -c "$attempt" sh io-uring
    denied "system keyring" "the system call filter" -- sh -c "$attempt" sh keyring add
    local status=0
    inside -- sh -c 'setsid sleep 4711 >/dev/null 2>&1 & sleep 0.1' || status=$?
    local left
    left=$(ps -e -o args= | grep -c '^sleep 4711' || true)
    row "processes left behind: $left" allowed "the process namespace" "$((status + left))" "none"
    status=0
    inside --timeout 0.3 -- sleep 30 || status=$?
    row "a time limit ends the command: status $status" allowed "the runner" "$((status != 192))" "192"
}

connect='import socket, sys
socket.create_connection((sys.argv[1], int(sys.argv[2])), 3)
print("connected")'

close_table() {
    if [ "$differing" = 0 ]; then
        printf '\n%severy row is as expected%s\n' "$good" "$plain"
    else
        printf '\n%s%d rows differ%s\n' "$bad" "$differing" "$plain"
    fi
    [ "$differing" = 0 ]
}
