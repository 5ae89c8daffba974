#!/bin/sh
# Archive the example stories in a temporary folder and show what changed last. Leaves nothing behind.
#   sh examples/demo.sh path/to/archivist
set -eu
archivist=$(cd "$(dirname "$1")" && pwd)/$(basename "$1")
examples=$(cd "$(dirname "$0")" && pwd)
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT INT TERM
cd "$folder"

show() {
    printf '\n$ archivist %s\n' "$*"
    "$archivist" "$@"
}

show init
show ingest "$examples"
show list
show log harrow-bridge
show diff harrow-bridge
show verify
