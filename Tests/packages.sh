#!/bin/sh
# Tries the archive and the Debian package in a new, minimal Debian, where nothing of this machine is.
#     sh Tests/packages.sh ARCHIVE.tar.gz PACKAGE.deb
# Needs root and debootstrap; takes the suite and the mirror that this machine's own apt uses.
set -eu
archive=$(realpath "$1") package=$(realpath "$2")
if [ "$(id -u)" -ne 0 ]; then
  echo "check-packages makes a system of its own with debootstrap and therefore needs root." >&2
  exit 2
fi
suite=$(. /etc/os-release && echo "$VERSION_CODENAME")
mirror=$(apt-get indextargets --format '$(SITE)' | head -n 1)
root=$(mktemp -d)
trap 'umount "$root/proc" 2>/dev/null || true; rm -rf "$root"' EXIT
chmod 755 "$root"

# The project has no mail host.
lintian --allow-root --fail-on error --suppress-tags bogus-mail-host,bogus-mail-host-in-debian-changelog "$package"

echo "making a minimal $suite"
debootstrap --variant=minbase "$suite" "$root" "$mirror" > "$root.log" 2>&1 || { tail "$root.log"; exit 2; }
rm -f "$root.log"
rm -rf "$root/etc/apt/sources.list" "$root/etc/apt/sources.list.d"
for settings in /etc/apt/sources.list /etc/apt/sources.list.d /etc/apt/apt.conf.d; do
  test ! -e "$settings" || cp -RL "$settings" "$root${settings%/*}/"
done
mount -t proc proc "$root/proc"
printf 'The the vote in Paris was calm, a collegue said.\n' > "$root/home/article.txt"
chmod 644 "$root/home/article.txt"

# Runs stet as nobody from / with an empty environment; the article has a doubled word and a misspelling.
try() {
  status=0
  output=$(chroot --userspec=65534:65534 "$root" env -i "$1" lint /home/article.txt) || status=$?
  printf '%s\n' "$output"
  [ "$status" -eq 1 ]
  printf '%s\n' "$output" | grep -q '\[doubled-word\]'
  printf '%s\n' "$output" | grep -q 'colleague'
}

echo "the archive, unpacked in two places"
for folder in opt srv; do
  tar -xzf "$archive" -C "$root/$folder"
  try "/$folder/$(basename "$archive" .tar.gz)/bin/stet"
done
rm -rf "$root"/opt/* "$root"/srv/*

echo "the Debian package"
cp "$package" "$root/tmp/"
chroot "$root" apt-get update -q > /dev/null
chroot "$root" env DEBIAN_FRONTEND=noninteractive apt-get install -q -y --no-install-recommends \
  "/tmp/$(basename "$package")" > /dev/null
try /usr/bin/stet
chroot "$root" apt-get purge -q -y stet > /dev/null
test -z "$(find "$root/usr/bin/stet" "$root/usr/share/doc/stet" 2>/dev/null)"
echo "The archive and the package run in a new $suite, and the package leaves nothing behind."
