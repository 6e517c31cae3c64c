#!/bin/sh
# Gives each report to programs that read such reports, and the page to a headless Chromium.
#     sh Tests/reports.sh .build/release/stet
# Readers come from PyPI into an environment of their own, below .build. SARIF_SCHEMA may name the schema of SARIF 2.1.0.
set -eu
stet=$(realpath "$1")
here=$(realpath "$(dirname "$0")")
environment=$here/../.build/report-readers
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

if [ ! -x "$environment/bin/sarif" ]; then
  python3 -m venv "$environment"
  "$environment/bin/pip" -q install sarif-tools jsonschema junitparser diff-cover playwright
fi
for program in xmllint chromium mandoc; do
  command -v $program > /dev/null || { echo "check-reports needs the program $program." >&2; exit 2; }
done

# A small site with everything that makes positions hard.
mkdir -p "$work/site/deep"
cp "$here"/../Examples/*.txt "$here"/../Examples/*.md "$work/site/"
cd "$work/site"
printf '\357\273\277The the vote 🌍 was was calm.\r\nNaïve 日本語 the the end & <b>.\r\n' > 'deep/a b,c:%.txt'
printf 'Caf\351 the the byte.\n\nBell \007 and escape \033[31m the the red.\n' > deep/bytes.txt
printf -- '---\ntitle: "The the title"\ndate: 2026-05-01\n---\n\n# A *small* **the the** bridge\n\n- one `code` the the\n\n| a | the the |\n|---|---|\n| c | d |\n\n</script><script>window.cracked = true</script> the the <!-- -->\n' > deep/set.md
: > empty.txt

all=
for format in text compact summary json ndjson sarif github gitlab junit checkstyle rdjson html; do
  all="$all --format $format=$work/$format"
done
status=0
"$stet" lint --notes --jobs 1 $all . || status=$?
[ "$status" -eq 1 ] || { echo "the run ended with $status" >&2; exit 1; }

# The same bytes on more cores, and on standard output.
mkdir "$work/again"
for format in text compact summary json ndjson sarif github gitlab junit checkstyle rdjson html; do
  "$stet" lint --notes --jobs 4 --format $format . > "$work/again/$format" || true
  cmp "$work/$format" "$work/again/$format"
done
for xml in junit checkstyle; do xmllint --noout "$work/$xml"; done

"$environment/bin/python" "$here/Reports/readers.py" "$work" "$here/Reports" "${SARIF_SCHEMA:-}"
"$environment/bin/python" "$here/Reports/page.py" "$work/html" "$work/json" "${SCREENSHOTS:-$work}"
mandoc -T lint -W warning "$here/../Integrations/stet.1"
for shell in bash zsh fish; do
  command -v $shell > /dev/null || continue
  "$stet" completions $shell > "$work/completions"
  $shell -n "$work/completions"
done
echo "Every report is read by others."
