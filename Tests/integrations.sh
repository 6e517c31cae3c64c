#!/bin/sh
# Runs what other tools run of Stet as those tools do: the hooks by the real pre-commit, the steps of the GitHub
# action as a runner calls them, the templates against the schemas of their makers.
#     sh Tests/integrations.sh STET
set -eu
stet=$(realpath "$1")
cd "$(dirname "$0")/.."
home=$(pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install -q pre-commit check-jsonschema
PATH=$work/venv/bin:$(dirname "$stet"):$PATH
export PATH PRE_COMMIT_HOME="$work/pre-commit"

echo "== schemas"
check-jsonschema --builtin-schema vendor.github-actions action.yml
check-jsonschema --builtin-schema vendor.github-workflows .github/workflows/*.yml
check-jsonschema --builtin-schema vendor.gitlab-ci Integrations/gitlab.yml
pre-commit validate-manifest .pre-commit-hooks.yaml

# A repository of articles: one right, one with faults.
repository() {
  git init -q -b main "$1"
  git -C "$1" config user.name Editor
  git -C "$1" config user.email editor@localhost
  git -C "$1" config commit.gpgsign false
  printf '# Harbour\n\nThe first cranes came on Monday.\n' > "$1/right.md"
  git -C "$1" add .
  git -C "$1" commit -q -m "A right article"
}

echo "== pre-commit: the hooks of the checked-out state"
repository "$work/articles"
cd "$work/articles"
# The hooks with `language: swift` build the whole program; the -system ones use the one under test.
git clone -q "$home" "$work/hooks"
cp "$home/.pre-commit-hooks.yaml" "$work/hooks/"
git -C "$work/hooks" add .
git -C "$work/hooks" -c user.name=Editor -c user.email=editor@localhost commit -q --allow-empty -m "The hooks"
cat > .pre-commit-config.yaml <<CONFIG
repos:
  - repo: $work/hooks
    rev: $(git -C "$work/hooks" rev-parse HEAD)
    hooks:
      - id: stet-fix-system
      - id: stet-system
CONFIG
git add .pre-commit-config.yaml
pre-commit run --all-files
pre-commit install
printf '# Quay\n\nThe the mayor opened the quay.\n\nThis is a event of the year.\n' > wrong.md
git add wrong.md
if git commit -q -m "A wrong article"; then echo "the hook let a fault through" >&2; exit 1; fi
grep -q '^The mayor opened' wrong.md
git add wrong.md
git commit -q -m "A mended article" || { pre-commit run --all-files; exit 1; }

echo "== the action's steps, as a runner calls them"
cd "$work/articles"
base=$(git rev-parse HEAD)
printf '\nThe old dock can of course stay as it is it is.\n\nThe the crane fell.\n' >> right.md
git commit -q -a -n -m "Two lines more"
mkdir "$work/runner" "$work/tools"
archive=$(find "$home/.build/packages" -name 'stet-*.tar.gz' 2>/dev/null | head -n 1)
if test -n "$archive"; then
  : > "$work/path"
  RUNNER_TOOL_CACHE=$work/tools RUNNER_TEMP=$work/runner GITHUB_PATH=$work/path STET_ARCHIVE=$archive \
    sh "$home/Integrations/github/install.sh"
  PATH="$(cat "$work/path"):$PATH"
fi
: > "$work/output"
GITHUB_OUTPUT=$work/output STET_PATHS=. STET_BASE=$base STET_FAIL_ON=error STET_ARGUMENTS="--jobs 2" \
  STET_SARIF=stet.sarif sh "$home/Integrations/github/lint.sh" | tee "$work/annotations"
grep -q '^::error.*file=right.md' "$work/annotations"
grep -qx 'status=1' "$work/output"
grep -qx 'sarif=stet.sarif' "$work/output"
grep -q '"ruleId" *: *"doubled-word"' stet.sarif

echo "== the job of the GitLab template"
"$work/venv/bin/python" - "$home/Integrations/gitlab.yml" > "$work/job.sh" <<'PYTHON'
import sys
from ruamel.yaml import YAML
template = YAML(typ="safe").load(open(sys.argv[1]))
for name, value in template["variables"].items():
    print(f"{name}='{value}'")
print("\n".join(template["stet"]["script"]))
PYTHON
status=0
CI_REGISTRY_IMAGE=registry CI_MERGE_REQUEST_DIFF_BASE_SHA=$base sh -e "$work/job.sh" || status=$?
[ "$status" -eq 1 ]
"$work/venv/bin/python" -c '
import json
report = json.load(open("gl-code-quality-report.json"))
assert any(entry["check_name"] == "doubled-word" for entry in report), report
for entry in report:
    place = entry["location"]
    assert entry["fingerprint"] and place["positions"]["begin"]["line"] == 7 and place["path"] == "right.md", entry
'
echo "The hooks, the action and the template work."
