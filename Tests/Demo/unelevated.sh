# The demonstration without root: unelevated.sh DIRECTORY-OF-PROGRAMS.
set -euo pipefail
source "$(dirname "${BASH_SOURCE[0]}")/attempts.sh"
PATH=$1:$PATH
# Not in /tmp, which is private inside the sandbox.
scratch=$(mktemp -d "$1/../demo.XXXXXX")
scratch=$(cd "$scratch" && pwd -P)
trap 'kill "$VICTIM" 2>/dev/null || true; rm -rf "$scratch"' EXIT
sleep infinity &
VICTIM=$!
export HOME=$scratch/home
mkdir "$HOME" && touch "$HOME/.bashrc"
WORKSPACE=$HOME/project
make_repository
inside() { sallyport run --level unelevated "$@"; }
outside() { "$@"; }
attempt_work
attempt_files "the read-only view"
attempt_protected
denied "write the workspace, with --policy read-only" "the read-only view" --policy read-only -- sh -c 'touch new && rm new'
heading "network: a listener here"
python3 -m http.server --bind 127.0.0.1 8099 >/dev/null 2>&1 &
server=$!
trap 'kill "$VICTIM" "$server" 2>/dev/null || true; rm -rf "$scratch"' EXIT
tries=0
until outside python3 -c "$connect" 127.0.0.1 8099 >/dev/null 2>&1 || [ $((tries += 1)) -gt 100 ]; do sleep 0.05; done
denied "TCP to a local service" "the empty network namespace" -- python3 -c "$connect" 127.0.0.1 8099
allowed "the same, with --network" --network -- python3 -c "$connect" 127.0.0.1 8099
attempt_processes
close_table
