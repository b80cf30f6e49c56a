# To be sourced: compiles the benchmarks, or what the words of goals say, and sets java and classpath.
java=${JAVA_HOME:+$JAVA_HOME/bin/}java
./mvnw -q -B -ntp "${goals[@]:-test-compile}" dependency:build-classpath \
  -Dmdep.outputFile=target/bench-classpath -Dmdep.includeScope=test
classpath=target/test-classes:target/classes:$(< target/bench-classpath)
