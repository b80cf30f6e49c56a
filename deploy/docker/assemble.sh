#!/usr/bin/env bash
# Lays the portal out as the image has it, after
#   ./mvnw package -Dquarkus.package.jar.type=legacy-jar
# That packaging is started by Java's own class loader, the only one whose classes an AOT cache
# links: docs/decisions/0026.
#   assemble.sh <folder to make>
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
target=$here/../../target
app=$1

mkdir -p "$app"
cp "$target"/*-runner.jar "$app/quarkus-run.jar"
cp -r "$target/lib" "$app/lib"
cp "$here/jvm.options" "$app/"
# A cache knows its jars by their times, which tools for reproducible images make older.
find "$app" -exec touch --date=1980-01-01T00:00:00Z {} +
