#!/bin/sh
# Uses the page of stet-server as an editor does, in a headless Chromium.
#     sh Tests/page.sh .build/release/stet-server [test …]
# What drives the browser comes from PyPI into an environment of its own, below .build. SCREENSHOTS may name a folder.
set -eu
server=$(realpath "$1")
shift
here=$(realpath "$(dirname "$0")")
environment=$here/../.build/page-tests
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

command -v chromium > /dev/null || { echo "check-page needs the program chromium." >&2; exit 2; }
if ! cmp -s "$here/page/requirements.txt" "$environment/requirements.txt"; then
  rm -rf "$environment"
  python3 -m venv "$environment"
  "$environment/bin/pip" -q install -r "$here/page/requirements.txt"
  cp "$here/page/requirements.txt" "$environment/requirements.txt"
fi
"$environment/bin/python" "$here/page/page.py" "$server" "${SCREENSHOTS:-$work}" "$@"
