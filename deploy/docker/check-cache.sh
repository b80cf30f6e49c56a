#!/usr/bin/env bash
# That the AOT cache of the packaged portal is made, is used, and is refused safely when it does not
# fit. After ./mvnw package -Dquarkus.package.jar.type=legacy-jar; without Java 25 it says so and
# checks nothing.
set -euo pipefail
. "$(dirname "$0")/start.sh"
if [ -z "$java" ]; then
  echo "SKIPPED: no Java 25 was found, so the AOT cache was not checked; set JAVA25_HOME."
  exit 0
fi
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
app=$work/app
"$here/assemble.sh" "$app"
"$here/train.sh" "$app" "$app/portico.aot"

# ready <Java options…>: whether the portal gets there.
ready() {
  start "$app" "$work/log" -XX:AOTCache=portico.aot "$@"
  await_ready "$work/log" 2> "$work/words" && stop
}

# The mode "on" ends the JVM when it cannot have the cache.
if ! ready -XX:AOTMode=on; then
  cat "$work/words"
  echo "FAILED: Java refused the cache that it had just made." >&2
  exit 1
fi
touch "$app/quarkus-run.jar"
if ready -XX:AOTMode=on; then
  echo "FAILED: Java took the cache for a jar that has changed since." >&2
  exit 1
fi
if ! ready; then
  cat "$work/words"
  echo "FAILED: with a cache that does not fit the portal must start all the same." >&2
  exit 1
fi
echo "The AOT cache was made, used, and left alone where it did not fit."
