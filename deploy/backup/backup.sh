#!/bin/sh
# A backup of the database with the time in its name, while the bot runs or not; those that are older than DAYS
# (14) go. backup.sh FOLDER [DAYS]
set -eu

folder=${1:?"backup.sh FOLDER [DAYS]"}
days=${2:-14}

file="$folder/darkroom-$(date -u +%Y%m%dT%H%M%SZ).db"
darkroom backup "$file"
find "$folder" -maxdepth 1 -type f -name 'darkroom-*.db' -mtime "+$days" ! -path "$file" -delete
