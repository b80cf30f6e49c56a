#!/usr/bin/env bash
# Measures the passthrough's rules, in nanoseconds a call: src/bench/rules.sh [arguments of JMH]
#
#   src/bench/rules.sh                      all of them
#   src/bench/rules.sh Signature -prof gc   those whose name has it, and the bytes they allocate
#   src/bench/rules.sh -h                   what else JMH takes
set -euo pipefail
cd "$(dirname "$0")/../.."

./mvnw -B -ntp -q test-compile dependency:build-classpath -Dmdep.outputFile=target/bench-classpath
exec java -cp "target/test-classes:target/classes:$(cat target/bench-classpath)" \
  org.openjdk.jmh.Main "$@"
