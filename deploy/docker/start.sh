# For the scripts beside it: finds Java 25, starts the portal alone, and asks it. Bash has /dev/tcp;
# an image with a JRE has no curl.
#   portal  its process
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
public=18080
management=19000

# The first Java of at least 25: of JAVA25_HOME, of JAVA_HOME, on the PATH, installed beside that one;
# nothing if there is none.
java25() {
  local installed candidate version
  installed=$(readlink -f "$(command -v java)") || true
  for candidate in "${JAVA25_HOME:+$JAVA25_HOME/bin/java}" "${JAVA_HOME:+$JAVA_HOME/bin/java}" java \
    "${installed%/*/bin/java}"/*/bin/java; do
    version=$("$candidate" -version 2>&1 | sed -n 's/^[a-z]* version "\([0-9]*\).*/\1/p') || true
    if [ "${version:-0}" -ge 25 ]; then
      command -v "$candidate"
      return
    fi
  done
}
java=$(java25)

# start <app folder> <log> <Java options…>
start() {
  local app=$1 log=$2
  shift 2
  (cd "$app" && exec "${java:?no Java 25 was found: set JAVA25_HOME}" \
    @jvm.options "@$here/training.args" "-Djava.io.tmpdir=${TMPDIR:-/tmp}" "$@" \
    -jar quarkus-run.jar) > "$log" 2>&1 &
  portal=$!
}

# get <port> <path> <host>: prints the status, or nothing when nobody answers.
get() {
  local version='' status=''
  if { exec 3<> "/dev/tcp/127.0.0.1/$1"; } 2> /dev/null; then
    printf 'GET %s HTTP/1.1\r\nHost: %s\r\nAccept-Encoding: gzip\r\nConnection: close\r\n\r\n' \
      "$2" "$3" >&3
    read -r -t 30 version status _ <&3 || true
    cat <&3 > /dev/null
    exec 3>&-
    echo "$status"
  fi
}

# await_ready <log>: until readiness says 200, and no longer than two minutes.
await_ready() {
  local end=$((SECONDS + 120))
  until [ "$(get $management /q/health/ready localhost)" = 200 ]; do
    if ! kill -0 "$portal" 2> /dev/null || [ $SECONDS -ge $end ]; then
      cat "$1" >&2
      echo "The portal did not get ready; its log is above." >&2
      kill -KILL "$portal" 2> /dev/null
      return 1
    fi
    sleep 0.02
  done
}

# By SIGTERM, as a container's platform does it.
stop() {
  kill -TERM "$portal"
  wait "$portal" || [ $? -eq 143 ]
}
