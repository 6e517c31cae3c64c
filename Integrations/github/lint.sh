#!/bin/sh
# Lints for a GitHub Actions job: annotations on the lines, a SARIF report beside. Never fails by itself; the
# outputs say what happened, so that the report can be uploaded first.
set -eu
set --
# One path a line, as they stand: blanks and stars belong to the path, and stet expands patterns itself.
while IFS= read -r path; do
  test -z "$path" || set -- "$@" "$path"
done <<PATHS
$STET_PATHS
PATHS
test -z "$STET_BASE" || set -- --since "$STET_BASE" "$@"
status=0
# shellcheck disable=SC2086 # Arguments are meant to be split at blanks.
stet lint --format github --format "sarif=$STET_SARIF" --fail-on "$STET_FAIL_ON" $STET_ARGUMENTS "$@" || status=$?
if test -s "$STET_SARIF"; then echo "sarif=$STET_SARIF" >> "$GITHUB_OUTPUT"; fi
echo "status=$status" >> "$GITHUB_OUTPUT"
