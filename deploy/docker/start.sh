# For train.sh and measure-start.sh: starts the portal alone, and asks it. Bash has /dev/tcp; an
# image with a JRE has no curl.
#   portal  its process
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
java=${JAVA_HOME:+$JAVA_HOME/bin/}java
public=18080
management=19000

# start <app folder> <log> <Java options…>
start() {
  local app=$1 log=$2
  shift 2
  (cd "$app" && exec "$java" @jvm.options "@$here/training.args" "$@" -jar quarkus-run.jar) \
    > "$log" 2>&1 &
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

# What SIGTERM ends, as a container's platform sends it.
stop() {
  kill -TERM "$portal"
  wait "$portal" || [ $? -eq 143 ]
}
