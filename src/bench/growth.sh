#!/usr/bin/env bash
# Measures what requests cost as work grows: docs/how-to/benchmark.md. The words are those of
# io.portico.bench.Growth.
set -euo pipefail
. "$(dirname "$0")/measure.sh"
files=8192
if [ "$(ulimit -n)" != unlimited ] && [ "$(ulimit -n)" -lt "$files" ] && ! ulimit -n "$files"; then
  echo "1,000 connections need $files open files: raise the limit, for example by ulimit -n $files." >&2
  exit 1
fi
measure io.portico.bench.Growth "$@"
