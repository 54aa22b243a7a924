#!/bin/sh
# Analyses a folder of articles in any format with xargs: a process for each core, a file of results for each.
#
#   folder-xargs.sh FOLDER OUT.ndjson
#
# Each process writes a file of its own, since lines that several write into one pipe can get mixed up.
set -eu
folder=$1 out=$2
parts=$(mktemp -d)
trap 'rm -rf "$parts"' EXIT
export parts GALLEY="${GALLEY:-galley}"
find "$folder" -type f ! -name '*.annotations.json*' ! -name '.*' -print0 | sort -z |
  xargs -0 -r -n 32 -P "$(nproc)" sh -c '
    "$GALLEY" analyze --format json --engine fast -- "$@" > "$parts/$$.ndjson"' sh
cat "$parts"/*.ndjson > "$out"
