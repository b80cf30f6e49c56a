# To be sourced by the commands beside it.
cd "$(dirname "${BASH_SOURCE[0]}")/../.."

# compile <goals>: the benchmarks; sets java and classpath.
compile() {
  java=${JAVA_HOME:+$JAVA_HOME/bin/}java
  ./mvnw -q -B -ntp "$@" dependency:build-classpath \
    -Dmdep.outputFile=target/bench-classpath -Dmdep.includeScope=test
  classpath=target/test-classes:target/classes:$(< target/bench-classpath)
}

# measure <class> <words>: the packaged demo, on the processors of PROXY_CPUS (0), under the Java of
# PROXY_JAVA_HOME (the same); load and whatever the class brings on those of LOAD_CPUS (1).
measure() {
  compile package -Pdemo -DskipTests
  exec taskset -c "${LOAD_CPUS:-1}" "$java" \
    -Djava.util.logging.manager=org.jboss.logmanager.LogManager \
    -Dportico.bench.proxy-cpus="${PROXY_CPUS:-0}" \
    ${PROXY_JAVA_HOME:+-Dportico.packaged.java-home="$PROXY_JAVA_HOME"} \
    -cp "$classpath" "$@"
}
