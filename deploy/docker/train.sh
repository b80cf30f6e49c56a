#!/usr/bin/env bash
# Makes the AOT cache (JEP 483, 514, 515) of a folder laid out by assemble.sh. It is good for this
# very JDK and these very jars, so the Dockerfile runs it inside the runtime image. Takes the JDK or
# JRE 25 of JAVA25_HOME or the PATH, and needs no account, no network, no Docker, and half a minute.
#   train.sh <app folder> <cache to write> [Java options…]
set -euo pipefail
. "$(dirname "$0")/start.sh"
app=$1
cache=$2
shift 2

log=$(mktemp)
trap 'rm -f "$log"' EXIT
rm -f "$cache"
start "$app" "$log" "-XX:AOTCacheOutput=$cache" "$@"
await_ready "$log"

# What a start spends time on is done by now; these are what the first people and programs wait for.
# expect <status> <path> [host]
expect() {
  local status
  status=$(get $public "$2" "${3:-portal.invalid}")
  if [ "$status" != "$1" ]; then
    cat "$log" >&2
    echo "In training, $2 answered '$status' in place of $1; the log is above." >&2
    kill -KILL "$portal"
    exit 1
  fi
}
for _ in 1 2 3; do
  expect 303 /
  # The identity provider is away.
  expect 503 /app
  expect 200 /docs/problems/index.html
  expect 200 /docs/problems/index.md
  expect 404 /static/nothing.css
  expect 401 /api/mlflow/training/api/2.0/mlflow/experiments/search
  expect 405 /mcp
  expect 401 /mlflow/training/ mlflow.portal.invalid
done
get $management /q/metrics localhost > /dev/null

stop
if [ ! -s "$cache" ]; then
  cat "$log" >&2
  echo "Java wrote no cache; the log is above." >&2
  exit 1
fi
echo "$cache: $(($(stat -c %s "$cache") / 1048576)) MiB"
