#!/bin/sh
# Proves that a backup can be restored: puts it into a folder of its own, adds all credits up anew, and removes
# that folder; the bot and its data are not touched. drill.sh FILE, or drill.sh FOLDER for the newest in it.
set -eu

file=${1:?"drill.sh FILE, or drill.sh FOLDER for the newest backup in it"}
if [ -d "$file" ]; then
    for each in "$file"/darkroom-*.db; do file=$each; done # their names sort by time
fi
if [ ! -f "$file" ]; then
    echo "drill: there is no backup $file" >&2
    exit 1
fi

elsewhere=$(mktemp -d)
trap 'rm -rf "$elsewhere"' EXIT
export DARKROOM_DATA_DIR="$elsewhere" DARKROOM_DATABASE_URL="sqlite:///$elsewhere/darkroom.db"
darkroom restore "$file"
darkroom check --ledger
echo "drill: $file can be restored."
