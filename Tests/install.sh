#!/bin/sh
# Installs into a scratch folder and runs the copy from / as nobody with an empty environment. Needs root.
set -eu
cd "$(dirname "$0")/.."
if [ "$(id -u)" -ne 0 ]; then
  echo "check-install runs the program as another user and therefore needs root." >&2
  exit 2
fi
stage=$(mktemp -d)
trap 'rm -rf "$stage"' EXIT
chmod 755 "$stage"
make install DESTDIR="$stage" PREFIX=/usr
printf 'The the vote was calm.\n' > "$stage/article.txt"
chmod 644 "$stage/article.txt"
cd /
status=0
output=$(setpriv --reuid=65534 --regid=65534 --clear-groups env -i "$stage/usr/bin/stet" lint "$stage/article.txt") \
  || status=$?
printf '%s\n' "$output"
[ "$status" -eq 1 ]
printf '%s\n' "$output" | grep -q '\[doubled-word\]'
echo "The installed program runs alone."
