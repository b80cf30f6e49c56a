#!/usr/bin/env bash
# Measures the passthrough; see docs/how-to/benchmark.md. Words are those of io.portico.bench.Passthrough.
# The proxy runs on the processors of PROXY_CPUS (0), upstream and load on those of LOAD_CPUS (1).
set -euo pipefail
cd "$(dirname "$0")/../.."
. src/bench/classpath.sh
[ -f target/quarkus-app/quarkus-run.jar ] || ./mvnw -q -B package -Pdemo -DskipTests
exec taskset -c "${LOAD_CPUS:-1}" "$java" ${PROXY_JAVA_HOME:+-Dportico.packaged.java-home="$PROXY_JAVA_HOME"} -Djava.util.logging.manager=org.jboss.logmanager.LogManager -Dportico.bench.proxy-cpus="${PROXY_CPUS:-0}" \
  -cp "$classpath" io.portico.bench.Passthrough "$@"
