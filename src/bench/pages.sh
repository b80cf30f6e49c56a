#!/usr/bin/env bash
# Measures the pages: docs/how-to/benchmark.md. The words are those of io.portico.bench.Pages.
set -euo pipefail
. "$(dirname "$0")/measure.sh"
measure io.portico.bench.Pages "$@"
