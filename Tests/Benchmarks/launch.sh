#!/bin/bash
# Times launches beside bubblewrap doing the comparable job, alternately, in private namespaces: launch.sh PRODUCTS [ROUNDS]
set -euo pipefail
[ "$(id -u)" = 0 ] || { echo "not run: needs root, for private namespaces" >&2; exit 77; }
type -P bwrap >/dev/null || { echo "not run: bwrap is not installed" >&2; exit 77; }
products=$1
rounds=${2-200}
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
arguments=()
for program in sallyport sallyport-setup sallyport-command-runner; do arguments+=(--program "$products/$program"); done
script=$(mktemp)
trap 'rm -f "$script"' EXIT
cat >"$script" <<SCRIPT
sallyport-setup install --for-user alice >/dev/null
cd /home/alice && as alice git init -q project && cd project
as alice python3 - $rounds <<'PYTHON'
import os, statistics, subprocess, sys, time
protected = os.getcwd() + "/.git"
commands = {
    "spawn true": ["true"],
    "sallyport run": ["sallyport", "run", "--", "true"],
    "sallyport run --network": ["sallyport", "run", "--network", "--", "true"],
    "sallyport run, unelevated": ["sallyport", "run", "--level", "unelevated", "--", "true"],
    "bwrap, ro /, bind cwd, ro .git, user+pid+net": [
        "bwrap", "--ro-bind", "/", "/", "--dev", "/dev", "--proc", "/proc", "--tmpfs", "/tmp", "--bind", os.getcwd(), os.getcwd(),
        "--ro-bind", protected, protected, "--unshare-user", "--unshare-pid", "--unshare-net", "--die-with-parent", "true"],
}
times = {name: [] for name in commands}
for round in range(int(sys.argv[1]) + 5):
    for name, command in commands.items():
        start = time.perf_counter()
        subprocess.run(command, check=True)
        if round >= 5: times[name].append((time.perf_counter() - start) * 1000)
for name, values in times.items():
    print(f"{name:46} median {statistics.median(values):6.2f} ms   90th percentile {sorted(values)[len(values) * 9 // 10]:6.2f} ms")
PYTHON
SCRIPT
bash "$here/../../Platforms/Linux/KernelStage/stage.sh" "${arguments[@]}" -- "$script"
