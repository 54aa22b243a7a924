#!/bin/sh
# Analyses JSON lines with GNU parallel, in portions of 1 MB, and keeps their order.
#
#   lines-parallel.sh ARTICLES.ndjson OUT.ndjson [--rows quotations --keep …]
#
# On one machine `galley analyze --ndjson` does this by itself; parallel shares the work out among several:
# SSHLOGIN="host1,host2,:" with galley in the PATH of each.
set -eu
articles=$1 out=$2
shift 2
parallel --will-cite --pipe --block 1M --keep-order --jobs "${JOBS:-100%}" \
  ${SSHLOGIN:+--sshlogin "$SSHLOGIN"} --quote \
  "${GALLEY:-galley}" analyze --ndjson --jobs 1 "$@" < "$articles" > "$out"
