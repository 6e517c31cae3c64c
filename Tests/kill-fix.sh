#!/bin/sh
# Kills `stet fix` at random moments and looks at what it leaves: every file must be the old one or the new one, whole,
# with its mode; and a run that is let finish must fix all of them.
#     sh Tests/kill-fix.sh .build/release/stet [times, 1000 unless said]
set -u
stet=$(realpath "$1") || exit 2
times=${2:-1000}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work" || exit 2
mkdir kill
lost=0 between=0 after=0

# Small files and a large one, so that a run is caught while it reads, checks, writes and renames.
for size in 5 50 500 2000; do
  yes 'The the vote was calm.' | head -$size > old.$size
  yes 'The vote was calm.' | head -$size > new.$size
done
fill() {
  for size in 5 50 500 2000; do
    for file in 1 2 3 4 5 6; do cp old.$size kill/$size-$file.txt; done
  done
  chmod 640 kill/*.txt
}

# How long a run takes from start to end, in milliseconds, the shortest of three: kills are spread over it evenly.
span=
for again in 1 2 3; do
  fill
  start=$(date +%s%N)
  "$stet" fix --no-config kill > out 2>&1 || { cat out; exit 2; }
  took=$((($(date +%s%N) - start) / 1000000 + 5))
  if [ -z "$span" ] || [ "$took" -lt "$span" ]; then span=$took; fi
done
for file in kill/*.txt; do
  size=${file#kill/} size=${size%%-*}
  cmp -s "$file" new.$size || { echo "not ok: a whole run left $file unfixed"; exit 1; }
done

run=0
seed=$(($$ + $(date +%s)))
while [ $run -lt "$times" ]; do
  run=$((run + 1))
  fill
  "$stet" fix --no-config kill > /dev/null 2>&1 &
  process=$!
  seed=$(((seed * 1103515245 + 12345) % 2147483648))
  milliseconds=$((seed / 7 % span))
  sleep "$((milliseconds / 1000)).$(printf '%03d' $((milliseconds % 1000)))"
  kill -9 $process 2> /dev/null
  wait $process 2> /dev/null
  old=0 new=0
  for file in kill/*.txt; do
    size=${file#kill/} size=${size%%-*}
    if cmp -s "$file" old.$size; then old=$((old + 1))
    elif cmp -s "$file" new.$size; then new=$((new + 1))
    else
      lost=$((lost + 1))
      echo "not ok: run $run, killed after $milliseconds ms: $file is neither old nor new"
    fi
    [ "$(stat -c %a "$file")" = 640 ] || { lost=$((lost + 1)); echo "not ok: run $run: the mode of $file"; }
  done
  [ $((old + new)) -eq 24 ] || { lost=$((lost + 1)); echo "not ok: run $run: $((old + new)) of 24 files"; }
  [ $old -gt 0 ] && [ $new -gt 0 ] && between=$((between + 1))
  [ $old -eq 0 ] && after=$((after + 1))
  rm -f kill/*.stet-*
done
echo "kills of stet fix: $times, $between with some files done, $after with all; $lost lost"
[ $lost -eq 0 ]
