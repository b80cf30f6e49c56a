#!/usr/bin/env bash
# Measures the passthrough's rules, in nanoseconds a call: src/bench/rules.sh [arguments of JMH]
#
#   src/bench/rules.sh                      all of them
#   src/bench/rules.sh Signature -prof gc   those whose name has it, and the bytes they allocate
#   src/bench/rules.sh -h                   what else JMH takes
set -euo pipefail
. "$(dirname "$0")/measure.sh"
compile test-compile
exec "$java" -cp "$classpath" org.openjdk.jmh.Main "$@"
