#!/usr/bin/env bash
# Measures what requests cost as work grows: docs/how-to/benchmark.md. The words are those of
# io.portico.bench.Growth. The portal runs on the processors of PROXY_CPUS (0), under the Java of
# PROXY_JAVA_HOME (the same); upstream and load on those of LOAD_CPUS (1).
set -euo pipefail
cd "$(dirname "$0")/../.."
files=8192
if [ "$(ulimit -n)" != unlimited ] && [ "$(ulimit -n)" -lt "$files" ] && ! ulimit -n "$files"; then
  echo "1,000 connections need $files open files: raise the limit, for example by ulimit -n $files." >&2
  exit 1
fi
goals=(package -Pdemo -DskipTests)
. src/bench/classpath.sh
exec taskset -c "${LOAD_CPUS:-1}" "$java" \
  -Djava.util.logging.manager=org.jboss.logmanager.LogManager \
  -Dportico.bench.proxy-cpus="${PROXY_CPUS:-0}" \
  ${PROXY_JAVA_HOME:+-Dportico.packaged.java-home="$PROXY_JAVA_HOME"} \
  -cp "$classpath" io.portico.bench.Growth "$@"
