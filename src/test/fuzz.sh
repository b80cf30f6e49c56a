#!/usr/bin/env bash
# Fuzzes what reads strangers' words: docs/how-to/fuzz.md.
set -euo pipefail
cd "$(dirname "$0")/../.."
minutes="${minutes:-5}"
mkdir -p target/fuzz
failed=0

methods() {
  awk '/@FuzzTest/ { found = 1 } found && /^  void / { sub(/^  void /, ""); sub(/\(.*/, ""); print; found = 0 }' "$1"
}

fuzz() {
  local log="target/fuzz/$1.log"
  JAZZER_FUZZ=1 JAZZER_MAX_DURATION="${minutes}m" ./mvnw -B -ntp test -Djazzer.hooks=true -Dtest="$1" > "$log" 2>&1 \
    || { failed=1; echo "FOUND something: $log"; }
  echo "$1 $(grep -oE '#[0-9]+[[:space:]]+[A-Za-z]+ +cov: [0-9]+' "$log" | tail -1)"
}

while read -r file; do
  for method in $(methods "$file"); do
    target="$(basename "$file" .java)#$method"
    [[ "$target" != *"${1:-}"* ]] || fuzz "$target"
  done
done < <(grep -rl '@FuzzTest' src/test/java | sort)
exit "$failed"
