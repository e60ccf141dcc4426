#!/bin/bash
# The simulated Windows machine with a thousand to a million files: simulation.sh PRODUCTS; SIZES is the list.
set -euo pipefail
benchmark=$1/simulation-benchmark
"$benchmark"
for size in ${SIZES:-1000 10000 100000 1000000}; do "$benchmark" "$size"; done
