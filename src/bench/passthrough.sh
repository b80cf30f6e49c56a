#!/usr/bin/env bash
# Measures the passthrough: docs/how-to/benchmark.md. The words are those of
# io.portico.bench.Passthrough.
set -euo pipefail
. "$(dirname "$0")/measure.sh"
measure io.portico.bench.Passthrough "$@"
