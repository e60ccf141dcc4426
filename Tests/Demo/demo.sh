#!/bin/bash
# demo.sh DIRECTORY-OF-PROGRAMS: shows the sandbox at work on a real repository with real tools.
#
# As root: a private machine in namespaces (Platforms/Linux/KernelStage/stage.sh), where it installs, attempts, uninstalls and looks for what is left.
# Otherwise: the unelevated level, in a directory of its own inside the build directory. The exit status is 0 when every
# row is as expected.
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
programs=$(cd "$1" && pwd)
export DEMO_COLOR=
[ -t 1 ] && DEMO_COLOR=1
if [ "$(id -u)" = 0 ]; then
    arguments=(--peer --file "$here/attempts.sh" --file "$here/elevated.sh")
    for program in sallyport sallyport-setup sallyport-command-runner sallyport-probe; do
        arguments+=(--program "$programs/$program")
    done
    script=$(mktemp)
    trap 'rm -f "$script"' EXIT
    { printf 'DEMO_COLOR=%s\n' "$DEMO_COLOR"; cat "$here/elevated.sh"; } >"$script"
    bash "$here/../../Platforms/Linux/KernelStage/stage.sh" "${arguments[@]}" -- "$script"
else
    echo "No root here, so this shows the unelevated level: the command runs as yourself, without setup. Its losses are in SECURITY.md."
    bash "$here/unelevated.sh" "$programs"
fi
