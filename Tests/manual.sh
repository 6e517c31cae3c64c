#!/bin/sh
# Prints the manual page from what the program says of itself.
#     sh Tests/manual.sh .build/debug > Integrations/stet.1
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
"$1/stet" --experimental-dump-help > "$work/help.json"
"$1/stet" rules --json > "$work/rules.json"
"$1/stet-dev" manual "$work/help.json" "$work/rules.json"
