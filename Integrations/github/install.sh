#!/bin/sh
# Puts `stet` on the path of a GitHub Actions job: the archive of the release that the action is pinned to, or, where
# there is none (a branch, a fork), a build of the action's own checkout. STET_ARCHIVE names another archive.
set -eu
action=$(cd "$(dirname "$0")/../.." && pwd)
version=$(sed -n 's/.*string = "\(.*\)"/\1/p' "$action/Sources/StetService/Version.swift")
name=stet-$version-linux-$(uname -m)
tools=${RUNNER_TOOL_CACHE:-${RUNNER_TEMP:?not in a GitHub Actions job}}/stet
archive=${STET_ARCHIVE:-}

if test -z "$archive" && ! test -x "$tools/$name/bin/stet"; then
  archive=${RUNNER_TEMP:?}/$name.tar.gz
  curl --fail --silent --show-error --location --retry 3 --output "$archive" \
    "${GITHUB_SERVER_URL:-}/${GITHUB_ACTION_REPOSITORY:-}/releases/download/v$version/$name.tar.gz" || archive=
fi
if test -n "$archive"; then
  mkdir -p "$tools/$name"
  tar -xzf "$archive" -C "$tools/$name" --strip-components=1
fi

if test -x "$tools/$name/bin/stet"; then
  bin=$tools/$name/bin
elif command -v swift >/dev/null; then
  echo "No release $version to download: building it, which takes some minutes."
  make -C "$action" packages release
  bin=$action/.build/release
else
  echo "::error title=stet::There is no release $version to download and no Swift toolchain to build it." \
    "Pin the action to a released version, or install Swift in a step before."
  exit 2
fi
"$bin/stet" --version
echo "$bin" >> "$GITHUB_PATH"
