#!/usr/bin/env bash
# What a start of the portal costs with its AOT cache and without: medians over rounds, of which
# each starts it both ways, one after the other; a first round is not counted. Linux alone, with
# the JDK or JRE 25 of JAVA25_HOME or the PATH.
#   measure-start.sh <app folder, trained: portico.aot> [rounds, 7]
# Columns: from exec to the first 200 of /q/health/ready; processor time until then, user and
# system; resident memory then, and ten seconds later.
set -euo pipefail
. "$(dirname "$0")/start.sh"
app=$1
rounds=${2:-7}
ticks=$(getconf CLK_TCK)
figures=$(mktemp -d)
trap 'rm -rf "$figures"' EXIT

resident() { awk '/^VmRSS:/ { print int($2 / 1024) }' "/proc/$portal/status"; }

# of_start <name> <Java options…>: a line of figures to the file of that name.
of_start() {
  local name=$1 begun ready stat
  shift
  begun=$(date +%s%3N)
  start "$app" "$figures/log" "$@"
  await_ready "$figures/log"
  ready=$(date +%s%3N)
  # proc(5): after the name in brackets, which may hold blanks, utime is the 12th word, stime the next.
  stat=$(< "/proc/$portal/stat")
  read -r -a stat <<< "${stat##*) }"
  local line="$((ready - begun)) $(((stat[11] + stat[12]) * 1000 / ticks)) $(resident)"
  sleep 10
  echo "$line $(resident)" >> "$figures/$name"
  stop
}

# median <name> <column>, past the warm-up's line
median() {
  tail -n +2 "$figures/$1" | awk -v column="$2" '{ print $column }' | sort -n \
    | awk '{ v[NR] = $1 } END { print NR % 2 ? v[(NR + 1) / 2] : (v[NR / 2] + v[NR / 2 + 1]) / 2 }'
}

for ((round = 0; round <= rounds; round++)); do
  of_start without -XX:AOTMode=off
  of_start with -XX:AOTMode=on "-XX:AOTCache=portico.aot"
  echo "round $round of $rounds" >&2
done
printf '%-8s %9s %9s %10s %10s\n' 'cache' 'wall, ms' 'CPU, ms' 'RSS, MiB' 'idle, MiB'
for name in without with; do
  printf '%-8s %9s %9s %10s %10s\n' $name \
    "$(median $name 1)" "$(median $name 2)" "$(median $name 3)" "$(median $name 4)"
done
awk -v with="$(median with 2)" -v without="$(median without 2)" \
  'BEGIN { printf "%d %% less CPU with the cache\n", 100 * (1 - with / without) }'
