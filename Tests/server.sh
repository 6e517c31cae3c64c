#!/bin/sh
# Tries stet-server as others use it: clients of LanguageTool from PyPI, hostile clients, start and stop.
#     sh Tests/server.sh .build/release/stet-server
# The clients go into an environment of their own, below .build. Some three minutes.
set -eu
server=$(realpath "$1")
here=$(realpath "$(dirname "$0")")/server
environment=$here/../../.build/server-clients
python=$environment/bin/python

if ! "$python" -c 'import language_tool_python, pylanguagetool' 2> /dev/null; then
  python3 -m venv "$environment"
  "$environment/bin/pip" -q install -r "$here/requirements.txt"
fi
status=0
for script in clients stop hostile; do
  "$python" "$here/$script.py" "$server" || status=1
done
exit $status
