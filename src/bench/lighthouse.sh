#!/usr/bin/env bash
# Measures the pages by Lighthouse: docs/how-to/benchmark.md. The words are those of
# io.portico.bench.Lighthouse.
set -euo pipefail
. "$(dirname "$0")/measure.sh"
mkdir -p target/lighthouse
npm install --silent --no-fund --no-audit --prefix target/lighthouse lighthouse@13.5.0
# The browser is what is measured: it takes all processors.
LOAD_CPUS=${LOAD_CPUS:-0-$(($(nproc) - 1))}
measure io.portico.bench.Lighthouse "$@"
