#!/bin/bash
# Times launches beside bubblewrap doing the comparable job, and the runner alone with its request prepared, alternately, in
# private namespaces: launch.sh PRODUCTS [ROUNDS]
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
group = next(line.split()[2] for line in open("/etc/sallyport/registry") if line.startswith(f"block {os.getuid()} "))
fields = [
    "sallyport-launch 1", "level elevated", "principal offline", f"workspace-gid {group}", "network none", "temporary writable",
    f"working-directory {os.getcwd()}", f"writable-root {os.getcwd()}", f"protected {protected}", "argument true",
    "environment PATH=/usr/local/bin:/usr/bin:/bin", "end"]
request = os.path.expanduser("~/request")
with open(request, "w") as file: file.write("".join(field + "\0" for field in fields))

def run_runner():
    runner = "/usr/local/libexec/sallyport/sallyport-command-runner"
    outcome, report = os.pipe()
    process = os.posix_spawn(runner, [runner], {}, file_actions=[
        (os.POSIX_SPAWN_OPEN, 3, request, os.O_RDONLY, 0), (os.POSIX_SPAWN_DUP2, report, 4)])
    os.close(report)
    _, status = os.waitpid(process, 0)
    said = os.read(outcome, 4096)
    os.close(outcome)
    if status != 0 or said != b"exited 0\n": sys.exit(f"the runner: status {status}, {said}")

jobs = {name: lambda command=command: subprocess.run(command, check=True) for name, command in commands.items()}
jobs["the runner alone"] = run_runner
times = {name: [] for name in jobs}
for round in range(int(sys.argv[1]) + 5):
    for name, job in jobs.items():
        start = time.perf_counter()
        job()
        if round >= 5: times[name].append((time.perf_counter() - start) * 1000)
for name, values in times.items():
    print(f"{name:46} median {statistics.median(values):6.2f} ms   90th percentile {sorted(values)[len(values) * 9 // 10]:6.2f} ms")
PYTHON
SCRIPT
bash "$here/../../Platforms/Linux/KernelStage/stage.sh" "${arguments[@]}" -- "$script"
