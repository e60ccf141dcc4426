#!/bin/bash
# The simulated Windows machine with a thousand to a million files: SIZES is the list.
set -euo pipefail
cd "$(dirname "$0")/../.."
"${SWIFT:-swift}" build -c release --product simulation-benchmark
benchmark=.build/release/simulation-benchmark
"$benchmark"
for size in ${SIZES:-1000 10000 100000 1000000}; do "$benchmark" "$size"; done
