#!/usr/bin/env bash
# Measures the passthrough: docs/how-to/benchmark.md. The words are those of
# io.portico.bench.Passthrough. The portal runs on the processors of PROXY_CPUS (0), under the Java of
# PROXY_JAVA_HOME (the same); upstream and load on those of LOAD_CPUS (1).
set -euo pipefail
cd "$(dirname "$0")/../.."
goals=(package -Pdemo -DskipTests)
. src/bench/classpath.sh
exec taskset -c "${LOAD_CPUS:-1}" "$java" \
  -Djava.util.logging.manager=org.jboss.logmanager.LogManager \
  -Dportico.bench.proxy-cpus="${PROXY_CPUS:-0}" \
  ${PROXY_JAVA_HOME:+-Dportico.packaged.java-home="$PROXY_JAVA_HOME"} \
  -cp "$classpath" io.portico.bench.Passthrough "$@"
