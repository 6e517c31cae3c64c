#!/bin/sh
# Prints README.md with the output of every command in a console block made anew:
#     sh Tests/readme.sh .build/debug/stet
# A block holds one command, on its first line after "$ ".
set -eu
stet=$(realpath "$1")
cd "$(dirname "$0")/.."
awk -v stet="$stet" '
  /^```console$/ { print; fresh = 1; next }
  fresh && /^\$ stet / {
    print
    command = stet substr($0, 7) " 2>&1"
    while ((command | getline line) > 0) print line
    close(command)
    fresh = 0; skip = 1; next
  }
  /^```$/ { skip = 0 }
  { fresh = 0 }
  !skip { print }' README.md
