#!/bin/sh
# Writes files.h: one array a data file, and the table that data.c serves. Run by `make data`;
# a test fails while files.h is not what this prints.
set -eu
cd "$(dirname "$0")/../.."
export LC_ALL=C
list=$(find Dictionaries Rules -type f ! -name 'README.md' ! -name 'NOTICE*' | sort)
echo "// Written by list-files.sh. Do not edit."
n=0
for f in $list; do
  printf 'static const _Alignas(64) unsigned char file_%d[] = {\n#embed "../../%s"\n};\n' "$n" "$f"
  n=$((n + 1))
done
echo "static const stet_data_file files[] = {"
n=0
for f in $list; do
  printf '  {"%s", file_%d, sizeof(file_%d)},\n' "$f" "$n" "$n"
  n=$((n + 1))
done
echo "};"
