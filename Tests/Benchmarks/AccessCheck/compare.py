"""Times the model beside Samba, in rounds that take turns: compare.py BENCHMARK [ROUNDS]

BENCHMARK times what it is told on a line, and answers how long one turn took in nanoseconds. Fails when a goal is missed.
"""
import os
import statistics
import subprocess
import sys
import time

from samba.dcerpc import security

ROUNDS = int(sys.argv[2]) if len(sys.argv) > 2 else 21
# Both take turns on one processor, so that whatever disturbs it disturbs both.
os.sched_setaffinity(0, {max(os.sched_getaffinity(0))})
DOMAIN = security.dom_sid("S-1-5-21-1-2-3")
server = subprocess.Popen([sys.argv[1]], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, bufsize=1)


def ask(question):
    server.stdin.write(question + "\n")
    return server.stdout.readline().rstrip("\n")


def python_samba(sddl, turns):
    start = time.perf_counter_ns()
    for _ in range(turns):
        security.descriptor.from_sddl(sddl, DOMAIN).as_sddl(DOMAIN)
    return (time.perf_counter_ns() - start) / turns


def measure(kinds):
    """The median of every kind, after one round that does not count; each round asks every kind once."""
    times = {name: [] for name in kinds}
    for number in range(ROUNDS + 1):
        for name, run in kinds.items():
            took = run()
            if number > 0:
                times[name].append(took)
    return times


def timed(question):
    return lambda: float(ask(question))


def ratio(slow, fast):
    """The median of the ratios of the rounds, in which both ran one after the other."""
    return statistics.median(a / b for a, b in zip(slow, fast))


if ask("samba") != "yes":
    print("not run: Samba's security library is not installed (samba-libs)", file=sys.stderr)
    sys.exit(77)
missed = []


def goal(holds, text):
    if not holds:
        missed.append(text)


cases = [ask(f"name {index}") for index in range(int(ask("count")))]
print(f"access checks, nanoseconds each, medians of {ROUNDS} rounds; the same descriptors and tokens")
print(f"{'':34}{'silent':>9}{'recorded':>10}{'times':>7}{'samba':>9}{'times':>7}{'allocations':>13}")
for index, name in enumerate(cases):
    kinds = {"silent": timed(f"silent {index}"), "recorded": timed(f"recorded {index}")}
    comparable = ask(f"comparable {index}") == "yes"
    if comparable:
        kinds["samba"] = timed(f"samba {index}")
    times = measure(kinds)
    recorded = ratio(times["recorded"], times["silent"])
    allocations = int(ask(f"allocations {index}"))
    samba, faster = "-", "-"
    if comparable:
        samba = f"{statistics.median(times['samba']):.1f}"
        faster = f"{ratio(times['samba'], times['silent']):.1f}"
        goal(float(faster) >= 1, f"{name}: slower than Samba")
    goal(recorded <= 5, f"{name}: more than five times slower with a recorder")
    goal(allocations == 0, f"{name}: the silent check allocates")
    print(
        f"{name:34}{statistics.median(times['silent']):9.1f}{statistics.median(times['recorded']):10.1f}"
        f"{recorded:7.1f}{samba:>9}{faster:>7}{allocations:13}")

print("\nSDDL parsed and printed, microseconds each")
print(f"{'':34}{'here':>9}{'python-samba':>14}{'times':>7}{'its library':>13}{'times':>7}")
texts = {}
for index, name in enumerate(cases):
    texts.setdefault(ask(f"text {index}"), (index, name))
for sddl, (index, name) in texts.items():
    times = measure({
        "here": timed(f"sddl {index}"), "python": lambda: python_samba(sddl, 500), "library": timed(f"library {index}")})
    faster = ratio(times["python"], times["here"])
    goal(faster >= 10, f"{name}: not an order of magnitude faster than python-samba")
    here, python, library = (statistics.median(times[kind]) / 1000 for kind in ("here", "python", "library"))
    print(
        f"{name:34}{here:9.2f}{python:14.1f}{faster:7.1f}{library:13.1f}{ratio(times['library'], times['here']):7.1f}")

print("\nbinary descriptors parsed")
for index, name in texts.values():
    size = int(ask(f"size {index}"))
    took = statistics.median(measure({"here": timed(f"binary {index}")})["here"])
    print(f"{name:34}{size:9} bytes{took:9.0f} ns{size / took * 1000:9.0f} MB/s")
server.stdin.close()
for text in missed:
    print("MISSED: " + text)
sys.exit(1 if missed else 0)
