#!/bin/sh
# What a shell and a build server see of the program: exit statuses, streams, odd input.
#     sh Tests/command-line.sh .build/debug/stet
set -u
work=$(mktemp -d)
# The tests' own cache, never that of the user.
XDG_CACHE_HOME=$work/cache
export XDG_CACHE_HOME
trap 'chmod -R u+rwx "$work"; rm -rf "$work"' EXIT
# A copy where every user can reach it.
cp "$(realpath "$1")" "$work/stet" || exit 2
chmod 755 "$work"
stet=$work/stet
mkdir "$work/in"
cd "$work/in" || exit 2
failures=0
number=0

# Runs a command; its output goes to $work/out and $work/err.
# run STATUS NAME COMMAND...: the status must be one of STATUS, such as 1 or 0,1.
run() {
  expected=$1 name=$2
  shift 2
  number=$((number + 1))
  status=0
  "$@" > "$work/out" 2> "$work/err" || status=$?
  case ",$expected," in
    *",$status,"*) ;;
    *) fail "status $status, not $expected"; sed 's/^/    /' "$work/err" | head -5 ;;
  esac
}
fail() {
  failures=$((failures + 1))
  printf 'not ok: %s: %s\n' "$name" "$1"
}
out_has() { grep -qF -- "$1" "$work/out" || fail "no “$1” on standard output"; }
err_has() { grep -qF -- "$1" "$work/err" || fail "no “$1” on standard error"; }
err_empty() { [ ! -s "$work/err" ] || fail "standard error is not empty: $(head -1 "$work/err")"; }
out_lacks() { ! grep -qF -- "$1" "$work/out" || fail "“$1” on standard output"; }

printf 'The vote was calm.\n' > clean.txt
printf 'The the vote was calm.\n' > error.txt
printf '"The vote was calm, he said.\n' > warning.txt
printf 'Run `the the` twice.\n' > code.md

# Exit statuses.
run 0 'clean file' "$stet" lint clean.txt
err_empty
run 1 'error' "$stet" lint error.txt
out_has 'error.txt:1:1: error:'
out_has '[doubled-word]'
err_empty
run 1 'warning' "$stet" lint warning.txt
out_has 'warning.txt:1:1: warning:'
run 0 'warning below the threshold' "$stet" lint --fail-on error warning.txt
out_has '[unbalanced-double-quote]'
run 1 'error at the threshold' "$stet" lint --fail-on error error.txt
run 2 'no such file' "$stet" lint nowhere.txt
err_has 'nowhere.txt: there is no such file'
run 2 'no such file beside findings' "$stet" lint nowhere.txt error.txt
err_has 'nowhere.txt'
out_has '[doubled-word]'
run 2 'pattern without a match' "$stet" lint '*.rst'
err_has '*.rst: no file matches this pattern'

# Usage.
run 2 'no paths' "$stet" lint
run 2 'unknown option' "$stet" lint --nonsense clean.txt
err_has '--nonsense'
run 2 'unknown format' "$stet" lint --format xml clean.txt
err_has 'xml'
run 2 'unknown severity' "$stet" lint --fail-on fatal clean.txt
run 2 'negative number of jobs' "$stet" lint --jobs=-1 clean.txt
run 2 'unknown command' "$stet" nonsense
run 2 'unknown rule' "$stet" explain doubled-wrd
err_has 'doubled-word'
run 0 'help' "$stet" --help
out_has 'USAGE'
run 0 'help of a command' "$stet" lint --help
run 0 'version' "$stet" --version
run 0 'rules' "$stet" rules
out_has 'doubled-word'
run 0 'explain' "$stet" explain doubled-word
out_has 'doubled-word'

# Standard input.
standard_input() { "$stet" lint "$@" < "$file"; }
file=error.txt
run 1 'standard input' standard_input -
out_has '<stdin>:1:1'
run 1 'standard input by its name alone' standard_input --stdin-filename desk/note.txt
out_has 'desk/note.txt:1:1'
file=code.md
run 0 'standard input as Markdown' standard_input --stdin-filename note.md
run 1 'the same as plain text' standard_input --stdin-filename note.txt

# Layers.
run 0 'a layer' "$stet" dump --layer tokens code.md
out_has '1:5    4-13   ␚      placeholder'
dump_standard_input() { "$stet" dump --layer blocks "$@" < "$file"; }
printf '# A vote\n' > heading.md
file=heading.md
run 0 'a layer of standard input' dump_standard_input -
out_has '0-8    # A vote  headline'
run 0 'a layer of standard input as Markdown' dump_standard_input --stdin-filename note.md
out_has '1:3    2-8    A vote  headline  1'
run 2 'unknown layer' "$stet" dump --layer words error.txt
for layer in blocks tokens sentences tags names mentions quotations; do err_has "$layer"; done
run 2 'a layer without a file' "$stet" dump --layer tokens
err_has 'Name a file'
run 2 'a layer of no such file' "$stet" dump --layer tokens nowhere.txt
err_has 'nowhere.txt: there is no such file'

# Odd bytes.
: > empty.txt
run 0 'empty file' "$stet" lint empty.txt
printf 'A \000 byte.\n' > nul.txt
run 1 'NUL byte' "$stet" lint nul.txt
out_has '[control-character]'
printf 'Caf\351 closed. The the end.\n' > latin1.txt
run 1 'malformed UTF-8' "$stet" lint latin1.txt
out_has '[malformed-utf8]'
out_has '[doubled-word]'
printf '\357\273\277The the vote.\r\nIt was calm.\r\n' > windows.txt
run 1 'byte order mark and CR LF' "$stet" lint windows.txt
out_has 'windows.txt:1:1'
printf 'The the \033[31mred\n' > escape.txt
run 1 'an escape sequence in the text' "$stet" lint escape.txt
! grep -q "$(printf '\033')" "$work/out" || fail 'the text steers the terminal'
awk 'BEGIN { while (i++ < 125000) printf "The council of Riga met again on day %06d. ", i; print "The the end." }' \
  > long.txt
run 1 'one line of 5 MB' "$stet" lint long.txt
out_has 'long.txt:1:'

# Names.
cp error.txt 'two words.txt'
run 1 'a blank in a name' "$stet" lint 'two words.txt'
cp error.txt "$(printf 'caf\351.txt')"
run 1 'a name that is no UTF-8' "$stet" lint .
out_has 'caf'
rm -f caf*

# Folders.
mkdir -p tree/deep tree/drafts && git init -q tree 2> /dev/null
cp error.txt tree/deep/a.txt && cp error.txt tree/drafts/b.txt && cp error.txt tree/c.rst
echo 'drafts/' > tree/.gitignore
run 1 'folder' "$stet" lint tree
out_has 'tree/deep/a.txt:1:1'
out_lacks 'tree/drafts'
out_lacks 'c.rst'
run 1 'pattern' "$stet" lint 'tree/**/a.*'
out_has 'tree/deep/a.txt:1:1'
for name in 1 2 3 4 5 6 7 8 9; do cp error.txt "tree/deep/n$name.txt"; done
run 1 'one job' "$stet" lint --format json --jobs 1 tree
cp "$work/out" "$work/one"
run 1 'four jobs' "$stet" lint --format json --jobs 4 tree
cmp -s "$work/one" "$work/out" || fail 'the output differs from that of one job'

# As a user without rights, since root may read everything.
mkdir locked && cp error.txt locked/a.txt && cp error.txt secret.txt
chmod 000 locked secret.txt && chmod 755 .
unprivileged() {
  if [ "$(id -u)" -ne 0 ]; then "$@"; else setpriv --reuid=65534 --regid=65534 --clear-groups "$@"; fi
}
run 2 'folder that may not be read' unprivileged "$stet" lint locked error.txt
err_has 'locked: the folder could not be read'
out_has 'error.txt:1:1'
run 2 'file that may not be read' unprivileged "$stet" lint secret.txt error.txt
err_has 'secret.txt: the file may not be read'
out_has 'error.txt:1:1'
chmod 755 locked && chmod 644 secret.txt

# Streams.
reader_leaves() {
  { "$stet" lint --format text many.txt 2> "$work/pipe"; echo $? > "$work/status"; } | head -1
  cat "$work/pipe" >&2
  return "$(cat "$work/status")"
}
awk 'BEGIN { while (i++ < 2000) print "The the vote was calm.\n" }' > many.txt
# 141: ended by the signal that a shell sends when nobody reads on.
run 0,1,141 'a reader that leaves' reader_leaves
err_empty
run 1 'no colour in a pipe' "$stet" lint error.txt
! grep -q "$(printf '\033')" "$work/out" || fail 'colour in a pipe'
run 1 'colour on request' "$stet" lint --colour always error.txt
grep -q "$(printf '\033')" "$work/out" || fail 'no colour'
full_disk() { "$stet" lint many.txt > /dev/full; }
run 2 'a full disk' full_disk
run 1 'an empty environment, from /' sh -c "cd / && env -i $stet lint $work/in/error.txt"

# Fixes.
printf 'The the vote was calm.\n\nThey waited since three days.\n' > fix.txt
chmod 640 fix.txt
run 0 'a difference' "$stet" fix --diff fix.txt
out_has '-The the vote was calm.'
out_has '+The vote was calm.'
grep -q 'The the' fix.txt || fail 'a difference changed the file'
run 0 'safe fixes' "$stet" fix fix.txt
out_has '1 fix in 1 file (of 1)'
grep -q '^The vote was calm' fix.txt || fail 'the fix is not in the file'
grep -q 'since three days' fix.txt || fail 'a fix that needs a look was applied'
[ "$(stat -c %a fix.txt)" = 640 ] || fail 'the mode changed'
run 0 'all fixes of a text' sh -c "'$stet' fix --unsafe - < fix.txt"
out_has 'They waited for three days.'
run 0 'nothing left to fix' "$stet" fix fix.txt
out_has 'Nothing to fix in 1 file.'
run 2 'fixes of no rule' "$stet" fix --rule doubled-wrod fix.txt
err_has 'Did you mean “doubled-word”?'
run 2 'fixes of no file' "$stet" fix nowhere.txt
err_has 'nowhere.txt: there is no such file'
ask() { printf 'y\nn\n' | "$stet" fix --interactive ask.txt; }
printf 'The the vote was calm.\n\nThey waited since three days.\n' > ask.txt
run 0 'fixes one by one' ask
grep -q '^The vote was calm' ask.txt || fail 'the accepted fix is not in the file'
grep -q 'since three days' ask.txt || fail 'a refused fix was applied'
rm fix.txt ask.txt

# Killed at any moment, a run of fixes leaves whole files, old or new.
mkdir kill
yes 'The the vote was calm.' | head -500 > old.txt
yes 'The vote was calm.' | head -500 > new.txt
name='a run of fixes that was killed'
killed=0
while [ $killed -lt 25 ]; do
  for file in 1 2 3 4 5 6 7 8; do cp old.txt kill/$file.txt 2> /dev/null || break; done
  "$stet" fix kill > /dev/null 2>&1 &
  sleep "0.0$((killed * 3 % 10))$((killed % 10))"
  kill -9 $! 2> /dev/null
  wait $! 2> /dev/null
  for file in kill/?.txt; do
    cmp -s $file old.txt || cmp -s $file new.txt || fail "$file is neither old nor new"
  done
  killed=$((killed + 1))
done
rm -r kill old.txt new.txt

# A baseline.
mkdir base
cp error.txt base/a.txt
run 0 'a baseline' "$stet" baseline write base --file base/known.list
out_has '1 finding in base/known.list'
{ echo 'A new first line.'; echo; cat error.txt; } > base/a.txt
run 0 'known findings' "$stet" lint base --baseline base/known.list
out_has '1 finding of the baseline not shown'
printf 'A new new fault.\n' >> base/a.txt
run 1 'a new finding' "$stet" lint base --baseline base/known.list
out_has '1 error in 1 file (of 1); 1 finding of the baseline not shown'
cp clean.txt base/a.txt
run 0 'a mended finding' "$stet" lint base --baseline base/known.list
err_has '1 finding of base/known.list is no more'
run 0 'a pruned baseline' "$stet" baseline prune base --file base/known.list
out_has '1 taken out, 0 left'
run 2 'no baseline' "$stet" lint base --baseline nowhere.list
err_has 'nowhere.list: there is no such file'
echo 'not a line' > base/known.list
run 2 'a broken baseline' "$stet" lint base --baseline base/known.list
err_has 'base/known.list:1: a line is a path'
rm -r base

# Each process seeds its hashes anew: the same text must give the same bytes in all of them.
printf 'The ncluding witneses recieved an occurance of unecessary teh questonable seperate adress.\n' > slips.txt
run 0,1 'a first run' "$stet" lint --format json slips.txt
cp "$work/out" "$work/one"
for again in 1 2 3 4 5 6; do
  run 0,1 "run $again of the same" "$stet" lint --format json slips.txt
  cmp -s "$work/one" "$work/out" || fail 'the output differs from that of another process'
done

# Other programs read these.
if command -v python3 > /dev/null; then
  for format in json sarif; do
    for input in error.txt clean.txt latin1.txt nul.txt tree; do
      run 0,1 "$format of $input" "$stet" lint --format $format $input
      python3 -m json.tool < "$work/out" > /dev/null || fail 'this is no JSON'
    done
    run 2 "$format without a file" "$stet" lint --format $format nowhere.txt
    python3 -m json.tool < "$work/out" > /dev/null || fail 'this is no JSON'
  done
  for layer in blocks tokens sentences tags names mentions quotations; do
    for input in error.txt clean.txt empty.txt latin1.txt nul.txt windows.txt code.md; do
      run 0 "$layer of $input" "$stet" dump --layer $layer --format json $input
      python3 -m json.tool < "$work/out" > /dev/null || fail 'this is no JSON'
    done
  done
else
  echo "python3 is not there: whether JSON and SARIF parse is left to the unit tests"
fi

# Settings.
mkdir -p site/op site/drafts
cp error.txt site/a.txt
cp error.txt site/op/b.txt
cp error.txt site/drafts/c.txt
run 0 'a start' "$stet" init site
run 2 'a start where one is' "$stet" init site
err_has 'site/stet.yml: the file is there already'
run 1 'a start changes nothing' "$stet" lint site
out_has '3 errors in 3 files'
cat > site/stet.yml <<'END'
rules:
  doubled-word: note
paths:
  op/**:
    rules: {doubled-word: error}
ignore: [drafts]
END
run 1 'settings by folder' "$stet" lint site
out_has 'site/op/b.txt:1:1: error:'
out_has '1 error in 1 file (of 2)'
err_empty
run 0 'settings of a file' "$stet" lint --fail-on warning site/a.txt
run 0 'an ignored file' "$stet" lint site/drafts/c.txt
err_has 'site/drafts/c.txt is not checked: site/stet.yml says to ignore it'
run 1 'without settings' "$stet" lint --no-config site/a.txt
run 0 'what holds' "$stet" config show site/op/b.txt
out_has 'rule doubled-word  error'
out_has 'site/stet.yml:5'
printf 'rules: {doubled-wrod: off}\npack: docs\n' > house.yml
run 2 'a fault in the settings' "$stet" lint --config house.yml site/a.txt
err_has 'house.yml:1:9: there is no rule or family “doubled-wrod”; did you mean “doubled-word”? Mend'
out_has '[doubled-word]'
run 2 'no such settings' "$stet" lint --config nowhere.yml site/a.txt
err_has 'nowhere.yml: there is no such file'
rm -r site house.yml

# Options of rules; files that are compared.
mkdir -p site/house
printf 'Trains to Kiev were late, and 7 percent of them never came.\n' > site/house/a.txt
printf 'Trains to Kiev were late.\n' > site/b.txt
cat > site/stet.yml <<'END'
rules:
  place-name-style:
    prefer: {Burma: Myanmar}
paths:
  house/**:
    rules:
      place-name-style: {ukraine: ukrainian}
      percent-form-mixed: {severity: warning, form: sign}
END
run 1 'options by folder' "$stet" lint site
out_has 'House style writes “Kyiv”, not “Kiev”'
out_has 'House style writes “7%”, not “7 percent”'
out_has '2 warnings in 1 file (of 2)'
run 0 'options of a file' "$stet" config show site/house/a.txt
out_has '  prefer Burma           Myanmar'
out_has 'site/stet.yml:3'
out_has '  form                   sign'
run 0 'options of a rule' "$stet" explain place-name-style
out_has '    ukraine: one of: as-written, ukrainian, russian (standard: as-written; in the pack strict: ukrainian).'
printf 'The color of the harbour is grey.\n' > site/c.txt
printf 'language: en-GB\n' > site/house/stet.yml && cp site/c.txt site/house
run 1 'the English of a country' "$stet" lint --language en-GB site/c.txt
out_has 'House style is British spelling: “colour”, not “color”.'
run 0 'where the choice comes from' "$stet" config show --all site/house/c.txt
grep -q 'dialect  *british  *site/house/stet.yml:1' "$work/out" || fail 'no dialect by the language'
printf 'rules:\n  percent-form-mixed: {frm: sign}\n  long-sentence: {longest: many}\n' > site/stet.yml
run 2 'options that are none' "$stet" lint site/b.txt
err_has 'site/stet.yml:2:24: “percent-form-mixed” has no option “frm”; did you mean “form”?'
err_has 'site/stet.yml:3:28: “longest” is a whole number from 5 to 500, not “many”'
rm -r site
mkdir site
for day in 1 2 3 4 5 6 7 8 9; do
  printf 'The airbase was closed on day %s. President Abdou Tourkani said so.\n' $day > site/$day.txt
done
printf 'The air base was closed. President Abdou Turkani said so.\n' > site/odd.txt
run 0 'files by themselves' "$stet" lint site
run 1 'files compared' "$stet" lint --project site
out_has '9 other files write “airbase”, not “air base”'
out_has '2 warnings in 1 file (of 10)'
printf 'project: true\n' > site/stet.yml
run 1 'compared by configuration' "$stet" lint site
out_has '2 warnings in 1 file (of 10)'
rm site/stet.yml
# The usual baseline lies in the folder that is checked, and is no text.
run 0 'the usual baseline' sh -c "cd site && exec \"$stet\" baseline write --project ."
run 0 'is not read as a text' sh -c "cd site && exec \"$stet\" lint --project --baseline stet-baseline.txt ."
err_empty
rm site/stet-baseline.txt
run 0 'a baseline of a project' "$stet" baseline write --project --file site-base.txt site
out_has '2 findings in site-base.txt'
printf 'A new first line.\n\nThe air base was closed. President Abdou Turkani said so.\n' > site/odd.txt
run 0 'nothing new' "$stet" lint --project --baseline site-base.txt site
out_has '2 findings of the baseline not shown'
err_empty
run 0 'not compared is not mended' "$stet" lint --baseline site-base.txt site
err_empty
run 0 'nor pruned' "$stet" baseline prune --file site-base.txt site
out_has '0 taken out, 2 left'
printf 'pack: strict\n' > site/stet.yml
printf 'Prices rose by 7 percent. Rents rose by 9%%, wages by 8%%.\n' > site/odd.txt
printf 'Prices rose by 7 percent. Rents rose by 9%%, wages by 8%%.\n' > b.txt
run 0 'notes where the pack is strict' "$stet" lint b.txt site/odd.txt
out_has 'site/odd.txt:1:16: note:'
out_has '1 note not shown'
rm -r site b.txt site-base.txt
# Comments that excuse, changed text, the cache.
mkdir -p change && cd change
printf '<!-- stet doubled-word -->\nThe the vote was calm.\n' > used.md
printf '<!-- stet doubled-word -->\nThe vote was calm.\n' > unused.md
printf 'The the [sic] vote was calm.\n' > sic.txt
run 0 'an excused finding' "$stet" lint used.md sic.txt
run 0 'an excused finding as SARIF' "$stet" lint --format sarif used.md
out_has '"suppressions":[{"kind":"inSource","location":{"physicalLocation":{"artifactLocation":{"uri":"used.md"}'
run 1 'a comment without use' "$stet" lint unused.md
out_has '[unused-suppression]'
run 0 'its fix' "$stet" fix unused.md
[ "$(cat unused.md)" = 'The vote was calm.' ] || fail 'the comment is still there'
printf 'The the vote was calm.\n' > locked.md
chmod 444 locked.md
run 2 'a read-only file' "$stet" fix locked.md
err_has 'locked.md: the file is read-only; it was left as it is'
grep -q 'The the' locked.md || fail 'a read-only file was changed'
rm -f ./*

run 2 'no repository' "$stet" lint --since HEAD .
err_has 'this is in no git repository'
git init -q . && git config user.email desk@example.org && git config user.name Desk
printf 'The the old fault.\n\nThe end.\n' > a.md
printf 'The the other fault.\n' > b.md
run 2 'a repository without commits' "$stet" lint --since HEAD .
err_has 'HEAD: git knows no such revision here'
git add . && git commit -q -m one
run 0 'nothing changed' "$stet" lint --since HEAD
run 2 'an unknown revision' "$stet" lint --since no-such-branch .
err_has 'no-such-branch: git knows no such revision here'
run 2 'a revision that looks like an option' "$stet" lint --since=--output=x .
err_has 'git knows no such revision here'
[ ! -e x ] || fail 'git took a revision for an option'
printf 'A new new fault.\n' >> a.md
git mv b.md 'b é "c".md'
printf 'A new new file.\n' > 'new file.md'
run 1 'what changed since a revision' "$stet" lint --since HEAD --format json
out_has '"path":"a.md"'
out_has '"path":"new file.md"'
out_lacks 'The the'
[ "$(grep -o '"doubled-word"' "$work/out" | wc -l)" -eq 2 ] || fail 'not the two faults of the change'
printf 'Its its own fault.\n' >> 'b é "c".md'
run 1 'a renamed file with a strange name' "$stet" lint --since HEAD --format json 'b é "c".md'
[ "$(grep -o '"doubled-word"' "$work/out" | wc -l)" -eq 1 ] || fail 'not the one fault of the change'
from_diff() { git diff HEAD | "$stet" lint --diff - "$@"; }
run 1 'what a diff changed' from_diff --format json
[ "$(grep -o '"doubled-word"' "$work/out" | wc -l)" -eq 2 ] || fail 'not the two faults of the diff'
mkdir -p deep && cd deep
run 1 'a diff seen from a folder' from_diff --format json ..
[ "$(grep -o '"doubled-word"' "$work/out" | wc -l)" -eq 2 ] || fail 'not the two faults of the diff'
cd ..
git diff HEAD > ../change.diff
printf 'Put before.\n' | cat - a.md > a.new && mv a.new a.md
run 2 'a diff of another text' "$stet" lint --diff ../change.diff
err_has 'the file is not as the diff left it'
run 2 'no diff' "$stet" lint --diff a.md
err_has 'a.md:1: this is no unified diff'
run 2 'no such diff' "$stet" lint --diff nowhere.diff
err_has 'nowhere.diff: there is no such file'
run 2 'two kinds of changes' "$stet" lint --diff - --since HEAD
run 2 'changes of standard input' "$stet" lint --since HEAD -
run 2 'files outside' "$stet" lint --since HEAD . /
err_has 'lies outside of the repository'
no_git() { PATH=/nowhere "$stet" lint --since HEAD .; }
run 2 'no git' no_git
err_has 'git: there is no such program'
git checkout -q -b side && git add . && git commit -q -m two && git checkout -q - && git checkout -q -b far
printf 'The town town fault.\n' >> a.md && git commit -q -a -m three
run 1 'a branch that went apart' "$stet" lint --since side --format json
[ "$(grep -o '"doubled-word"' "$work/out" | wc -l)" -eq 1 ] || fail 'faults of the other branch'
run 0 'known findings of a change' sh -c "'$stet' baseline write . && '$stet' lint --since side --baseline stet-baseline.txt"
err_empty
run 0 'a change with known findings elsewhere' "$stet" lint --since HEAD --baseline stet-baseline.txt --project
err_empty
cd .. && rm -rf change change.diff

mkdir site && cp error.txt warning.txt clean.txt site
run 1 'without a cache' "$stet" lint --no-cache --format json site
cp "$work/out" "$work/one"
for again in 1 2 3; do
  run 1 "run $again with a cache" "$stet" lint --cache site/.stet-cache --format json site
  cmp -s "$work/one" "$work/out" || fail 'the output differs from that without a cache'
done
[ "$(cat site/.stet-cache/.gitignore)" = '*' ] || fail 'git would see the cache'
head -c 100 site/.stet-cache/results.pack > cut && cp cut site/.stet-cache/results.pack
run 1 'a damaged cache' "$stet" lint --cache site/.stet-cache --format json site
cmp -s "$work/one" "$work/out" || fail 'the output differs from that without a cache'
err_empty
for again in 1 2 3 4; do
  "$stet" lint --cache site/.stet-cache --format json site > "$work/at-once-$again" 2>&1 &
done
wait
for again in 1 2 3 4; do cmp -s "$work/one" "$work/at-once-$again" || fail 'processes at once disagree'; done
printf 'cache: kept\n' > site/stet.yml
run 1 'a cache that the settings name' "$stet" lint --format json site
[ -s site/kept/results.pack ] || fail 'nothing was kept'
cmp -s "$work/one" "$work/out" || fail 'the output differs from that without a cache'
printf 'rules: {doubled-word: off}\n' > site/stet.yml
run 0 'other settings, the same cache' "$stet" lint --fail-on error --cache site/.stet-cache site
out_lacks '[doubled-word]'
rm -r site/.stet-cache site/kept && mkdir site/.stet-cache && chmod 555 site/.stet-cache
rm site/stet.yml
chmod 755 site && run 1 'a cache that may not be written' unprivileged "$stet" lint --cache site/.stet-cache site/error.txt
err_has 'site/.stet-cache: the cache cannot be kept here'
out_has '[doubled-word]'
run 1 'a home that is none' env -u XDG_CACHE_HOME HOME=/nowhere/at/all "$stet" lint site/error.txt
err_empty
run 2 'a cache and none' "$stet" lint --cache x --no-cache site
chmod 755 site/.stet-cache && rm -r site cut

# House dictionaries and other languages.
mkdir -p house/sub
printf 'Grand old Blorpia met the Zorbians. The zorbian vote in Niger Republic was calm.\n' > house/a.txt
printf 'Blorpia voted. Blorpia was calm.\n' > house/b.txt
run 0 'unknown words' "$stet" words house
out_has '    3      2  Blorpia'
run 0 'unknown words as JSON' "$stet" words --format json --at-least 2 house
out_has '"word": "Blorpia"'
out_lacks 'Zorbian'
run 0 'unknown words as a dictionary' "$stet" words --format dic house
out_has 'Zorbians'
run 0 'unknown words of standard input' sh -c "printf 'Blorpia met.\n' | '$stet' words -"
out_has '<stdin>:1:1'
run 2 'unknown words of nothing' "$stet" words
run 2 'unknown words of a lost file' "$stet" words nowhere.txt
err_has 'nowhere.txt: there is no such file'
cd house || exit 2
run 0 'a first word' "$stet" words add Blorpia
out_has 'stet.yml: “dictionaries” names stet.dic'
run 0 'a word that inflects' "$stet" words add --like Nigerien Zorbian
run 0 'the same word again' "$stet" words add Blorpia
out_has 'stet.dic:1: “Blorpia” is there already'
run 0 'a forbidden form' "$stet" words add '*Niger Republic = Niger'
run 2 'a word like no other' "$stet" words add --like Nigrein Zarmen
err_has '--like Nigrein: no dictionary has the word'
run 2 'the contrary of a line' "$stet" words add '*Blorpia'
err_has 'this line says the contrary'
run 2 'no word' "$stet" words add '#'
name='the dictionary'
printf '*Niger Republic = Niger\nBlorpia\nZorbian/Nigerien\n' > "$work/expected"
sort stet.dic | diff - "$work/expected" > /dev/null || fail "$(cat stet.dic)"
run 0 'known words' "$stet" words check Blorpia "Zorbians" 22nd desk
out_has 'Zorbians: known: “Zorbian” in stet.dic'
run 1 'an unknown word' "$stet" words check recieve 'Niger Republic'
out_has 'recieve: unknown; near it: “receive”'
out_has 'Niger Republic: forbidden by stet.dic'
run 0 'a dictionary by name' "$stet" words add --to sub/other.dic Quux
run 1 'a forbidden form in a text' "$stet" lint .
out_has 'The house writes “Niger”, not “Niger Republic” (stet.dic, line'
err_empty
printf '\377bad\nword/\n' >> stet.dic
run 2 'bad lines of a dictionary' "$stet" lint .
err_has 'stet.dic:4:1: these bytes are not UTF-8'
err_has 'stet.dic:5:1: after “/” stands one word'
cd ..
printf 'Le le vote (clair fut long .\n' > french.txt
run 2 'a language without a dictionary' "$stet" lint --language tlh french.txt
err_has '--language: the language “tlh” has no spelling dictionary in'
out_has '[unbalanced-bracket]'
out_lacks 'doubled-word'
run 2 'no language' "$stet" lint --language french french.txt
mkdir dics
printf 'SET ISO8859-1\n' > dics/xx.aff
printf '5\nle\nvote\nfut\nlong\n\351lection\n' > dics/xx.dic
printf 'language: xx\ndictionary-folders: dics\n' > xx.yml
printf "Le le vote fut long, l'électoin fut longg.\n" > own.txt
run 1 'a language of the configuration' "$stet" lint --config xx.yml own.txt
out_has '“électoin” is in no dictionary. Was “élection” meant?'
out_lacks 'doubled-word'
rm -r house dics xx.yml own.txt french.txt
# Rules of the user's own, and styles of Vale.
mkdir -p house/rules house/styles/Desk
cat > house/rules/long-verb.yml << 'EOF'
id: long-verb
family: style
severity: warning
summary: a long verb
rationale: Our readers asked for short words.
message: “{match}” says no more than “{fix}”
replacements: {utilise: use}
fix: safe
flags:
  - text: They ⟦utilise⟧ it.
    fixed: They use it.
  - We ⟦utilise⟧ it.
accepts: [They use it., The utility paid.]
EOF
printf 'root: true\nrule-folders: rules\nvale: .vale.ini\nrules: {Desk.Gizmo: error}\n' > house/stet.yml
printf 'StylesPath = styles\n[*.md]\nBasedOnStyles = Desk\n' > house/.vale.ini
printf 'extends: existence\nmessage: "No %%s here"\ntokens: [gizmo]\n' > house/styles/Desk/Gizmo.yml
printf 'extends: script\nmessage: m\nscript: x\n' > house/styles/Desk/Script.yml
printf 'They utilise a **gizmo**.\n' > house/a.md
run 1 'own rules and styles' "$stet" lint house/a.md
out_has 'house/a.md:1:6: warning: “utilise” says no more than “use”. [long-verb]'
out_has 'house/a.md:1:18: error: No gizmo here. [Desk.Gizmo]'
err_has 'house/styles/Desk/Script.yml:1:10: Desk.Script is a script, which is not carried over'
run 0 'own rules have their place' "$stet" lint --no-config house/a.md
run 1 'a style for one run' "$stet" lint --no-config --vale house/.vale.ini --format json house/a.md
out_has '"Desk.Gizmo"'
run 0 'own rules are explained' "$stet" explain --config house/stet.yml Desk.Gizmo
out_has 'A rule for Vale (existence, scope text)'
run 0 'examples that hold' "$stet" test house/rules
out_has '1 rule, 4 examples: all hold'
printf 'accepts: [They utilise it., b c]\n' > more && sed '/^accepts/d' house/rules/long-verb.yml > kept
cat kept more > house/rules/long-verb.yml
run 1 'an example that does not hold' "$stet" test house/rules
out_has 'house/rules/long-verb.yml: long-verb, accepts 1: what is found is not what is marked'
out_has '  + They ⟦utilise⟧ it.'
printf 'id: long-verb\n' > house/rules/long-verb.yml
run 2 'a broken rule' "$stet" test house/rules
err_has 'house/rules/long-verb.yml:1:1: “message” is missing'
run 2 'no rules' "$stet" test nowhere
err_has 'the folder of rules nowhere cannot be read'
run 2 'no styles' "$stet" lint --no-config --vale nowhere.ini house/a.md
err_has 'nowhere.ini: the configuration of Vale cannot be read: there is no such file'
rm -r house more kept
# Reports: several at once, in files, cut short, interrupted.
run 1 'two reports' "$stet" lint --format text --format sarif=out.sarif error.txt clean.txt
out_has '1 error in 1 file (of 2)'
err_empty
grep -qF '"ruleId":"doubled-word"' out.sarif || fail 'no finding in the file'
run 1 'all reports' "$stet" lint --format html=out.html --format junit=out.xml --format checkstyle=out.cs \
  --format gitlab=out.gl --format rdjson=out.rd --format ndjson=out.nd --format github error.txt
out_has '::error file=error.txt,line=1,endLine=1,col=1,endColumn=8,title=stet (doubled-word)::'
for file in out.html out.xml out.cs out.gl out.rd out.nd; do
  grep -qF 'doubled-word' $file || fail "no finding in $file"
done
run 1 'compact' "$stet" lint --format compact error.txt
[ "$(wc -l < "$work/out")" -eq 1 ] || fail 'this is more than a line'
run 1 'a summary' "$stet" lint --format summary error.txt warning.txt
out_has '       1       1  error     doubled-word'
run 2 'two reports on one output' "$stet" lint --format text --format json error.txt
err_has 'Only one report can go to standard output, not text and json. Give the others a file: --format json=FILE.'
run 2 'no such format' "$stet" lint --format sraif error.txt
err_has 'There is no format “sraif”'
run 2 'a format without its file' "$stet" lint --format sarif= error.txt
err_has 'Behind “sarif=” stands no file.'
run 2 'two reports in one file' "$stet" lint --format json=o --format sarif=o error.txt
err_has 'Two reports cannot go to the same file, o.'
run 2 'no folder for a report' "$stet" lint --format sarif=nowhere/out.sarif error.txt
err_has 'nowhere/out.sarif: the report cannot be written there: No such file or directory. Make the folder'
run 2 'a folder for a report' "$stet" lint --format sarif=/ error.txt
err_has 'this is a folder'
run 1 'a report nobody keeps' "$stet" lint --format sarif=/dev/null error.txt
[ -c /dev/null ] || fail '/dev/null is a file now'
run 2 'a report with a failure in it' "$stet" lint --format sarif error.txt nowhere.txt
out_has '"executionSuccessful":false,"exitCode":2,"toolExecutionNotifications"'
if [ -e /dev/full ]; then
  run 2 'no space' sh -c '"$1" lint error.txt > /dev/full' sh "$stet"
  err_has 'standard output: it cannot be written'
  run 2 'no space, with a file' sh -c '"$1" lint --format text --format json=o.json error.txt > /dev/full' sh "$stet"
  err_has 'standard output: it cannot be written'
  grep -qF '"summary"' o.json || fail 'the file is not whole'
fi
run 0 'nothing fails' "$stet" lint --fail-on never error.txt
out_has '[doubled-word]'
run 0 'errors fail' "$stet" lint --fail-on error warning.txt
run 2 'no such threshold' "$stet" lint --fail-on fatal error.txt
run 0 'quiet' "$stet" lint --quiet clean.txt
[ ! -s "$work/out" ] || fail 'something is written'
err_empty
run 1 'quiet with a finding' "$stet" lint -q error.txt
out_has '[doubled-word]'
out_lacks ' in 1 file'
i=0
while [ $i -lt 3000 ]; do echo "The the vote of day $i was calm."; echo; i=$((i + 1)); done > many.txt
run 1 'a limit' "$stet" lint --max-findings 2 --format compact many.txt
[ "$(wc -l < "$work/out")" -eq 2 ] || fail 'this is not two lines'
err_has 'stet: 2 of 3000 findings are shown (--max-findings 2).'
run 2 'a limit below zero' "$stet" lint --max-findings=-1 many.txt
run 0 'a reader that goes' sh -c '"$1" lint --format compact --format json=gone.json many.txt | head -n 1' sh "$stet"
err_empty
grep -qF '"summary"' gone.json || fail 'the report in the file is not whole'
run 0 'a reader that goes, without files' sh -c '"$1" lint many.txt | head -n 1' sh "$stet"
err_empty
run 1 'no colour in a pipe' "$stet" lint error.txt
! grep -q "$(printf '\033')" "$work/out" || fail 'an escape sequence in a pipe'
run 1 'colour on request' "$stet" lint --color always error.txt
grep -q "$(printf '\033')" "$work/out" || fail 'no escape sequence'
mkfifo endless
printf 'as it was' > kept.json
run 130 'an interruption' sh -c 'timeout --preserve-status -s INT 2 "$1" lint --format json=kept.json endless; exit $?' sh "$stet"
[ "$(cat kept.json)" = 'as it was' ] || fail 'half a report'
[ "$(find . -name '*.stet-*' | wc -l)" -eq 0 ] || fail 'an unfinished file is left'
for shell in bash zsh fish; do
  run 0 "completions of $shell" "$stet" completions $shell
  out_has 'max-findings'
done
run 2 'completions of no shell' "$stet" completions csh
# Texts that come in line by line.
printf '%s\n' '{"id":1.50,"text":"The the vote."}' '' '{"text":' '{"id":"b","text":"All is well.","path":"b.md"}' > lines
run 2 'a bad line among good ones' "$stet" lint --stdin-format ndjson < lines
[ "$(wc -l < "$work/out")" -eq 3 ] || fail 'not a result for each line'
sed -n 1p "$work/out" | grep -qF '{"id":1.50,"diagnostics":[{"rule":"doubled-word","severity":"error"' || fail 'the first result'
sed -n 2p "$work/out" | grep -qF '{"id":null,"error":{"line":3,"column":9,"what":"the line is no JSON object' || fail 'the fault'
[ "$(sed -n 3p "$work/out")" = '{"id":"b","path":"b.md","diagnostics":[]}' ] || fail 'the last result'
err_has 'stet: standard input:3: the line is no JSON object: a value is missing; 1 of 3 lines could not be checked.'
"$stet" lint --format json error.txt | sed 's/.*"diagnostics":\(.*\)}],"summary".*/\1/' > alone
printf '{"text":"The the vote was calm.\\n"}\r\n' > lines
run 1 'the same diagnostics as of a file' "$stet" lint --stdin-format ndjson - < lines
[ "$(cat "$work/out")" = "{\"id\":null,\"diagnostics\":$(cat alone)}" ] || fail 'other diagnostics'
err_empty
run 0 'a threshold for lines' "$stet" lint --stdin-format ndjson --fail-on never < lines
run 0 'no lines' "$stet" lint --stdin-format ndjson < /dev/null
[ ! -s "$work/out" ] || fail 'a result of nothing'
run 2 'a folder for lines' "$stet" lint --stdin-format ndjson < /
err_has 'standard input: this is a folder, not a file'
run 2 'lines and files' "$stet" lint --stdin-format ndjson error.txt < lines
err_has 'name no files beside it'
run 2 'lines in another format' "$stet" lint --stdin-format ndjson --format sarif < lines
err_has 'it does not go with --format'
run 2 'no such format of lines' "$stet" lint --stdin-format xml < lines
mkdir lined && printf 'rules: {doubled-word: off}\n' > lined/stet.yml
printf '%s\n' '{"text":"The the.","path":"lined/a"}' '{"text":"The the.","path":"lined/../a"}' > lines
run 1 'the configuration of a line' "$stet" lint --stdin-format ndjson < lines
[ "$(grep -c doubled-word "$work/out")" -eq 1 ] || fail 'one of two lines has a finding'
printf '{"text":"The the."}\n%.0s' $(seq 5000) > lines
run 0 'a reader of results that goes' sh -c '"$1" lint --stdin-format ndjson < lines | head -n 1' sh "$stet"
err_empty
# Each line is answered before the next is written.
mkfifo ask answer
"$stet" lint --stdin-format ndjson < ask > answer &
exec 3> ask 4< answer
for line in 1 2 3; do
  printf '{"id":%s,"text":"The the."}\n' $line >&3
  read -r result <&4
  case $result in *"\"id\":$line,"*doubled-word*) ;; *) fail "no answer to line $line" ;; esac
done
exec 3>&- 4<&-
wait $! || [ $? -eq 1 ] || fail 'a dialogue'
rm -r lined
echo "command line: $number runs, $failures failures"
[ "$failures" -eq 0 ]
