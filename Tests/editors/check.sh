#!/bin/sh
# Puts the language server into two real clients and one that misbehaves.
#     sh Tests/editors/check.sh .build/release/stet
# Needs Neovim; the Python client comes from PyPI into an environment of its own, below .build.
set -eu
stet=$(realpath "$1")
here=$(realpath "$(dirname "$0")")
environment=$here/../../.build/language-client
command -v nvim >/dev/null || { echo "check-editors needs Neovim: apt-get install neovim" >&2; exit 2; }
if ! cmp -s "$here/requirements.txt" "$environment/requirements.txt"; then
  python3 -m venv "$environment"
  "$environment/bin/pip" install -q -r "$here/requirements.txt"
  cp "$here/requirements.txt" "$environment/requirements.txt"
fi

echo "== Neovim"
STET=$stet timeout 120 nvim --headless -u NONE -i NONE -n --cmd 'set nomore' -S "$here/neovim.lua"

echo "== pytest-lsp"
STET=$stet timeout 300 "$environment/bin/python" -m pytest -q -p no:cacheprovider \
  --override-ini asyncio_default_fixture_loop_scope=function "$here/test_server.py"

echo "== hostile clients"
timeout 300 python3 "$here/hostile.py" "$stet"
