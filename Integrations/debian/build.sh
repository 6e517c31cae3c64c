#!/bin/sh
# Makes a Debian package of an installed stet.
#     sh Integrations/debian/build.sh STAGE FOLDER    STAGE is where `make install PREFIX=/usr DESTDIR=STAGE` put it
# The libraries it depends on, and their least versions, are read from the program.
set -eu
stage=$1 folder=$2
here=$(cd "$(dirname "$0")" && pwd)
version=$("$stage/usr/bin/stet" --version)
architecture=$(dpkg --print-architecture)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
root=$work/stet
mkdir -p "$root/DEBIAN" "$root/usr/share/doc/stet"
cp -R "$stage"/usr/. "$root/usr/"
install -m 644 "$here/copyright" "$root/usr/share/doc/stet/copyright"
cat "$here/../../NOTICE" >> "$root/usr/share/doc/stet/copyright"
printf 'stet (%s) unstable; urgency=medium\n\n  * Release %s.\n\n -- The authors of Stet <stet@localhost>  %s\n' \
  "$version" "$version" "$(date -R -u -d "@${SOURCE_DATE_EPOCH:-0}")" | gzip -9n > "$root/usr/share/doc/stet/changelog.gz"

# dpkg-shlibdeps wants a source tree: a control file of one line is enough of one.
mkdir -p "$work/source/debian"
printf 'Source: stet\n\nPackage: stet\nArchitecture: any\n' > "$work/source/debian/control"
libraries=$(cd "$work/source" && dpkg-shlibdeps -O "$root/usr/bin/stet" | sed -n 's/^shlibs:Depends=//p')

sed -e "s/@VERSION@/$version/" -e "s/@ARCHITECTURE@/$architecture/" -e "s/@LIBRARIES@/$libraries/" \
  -e "s/@SIZE@/$(du -k -s "$root/usr" | cut -f1)/" "$here/control.in" > "$root/DEBIAN/control"
find "$root" -type d -exec chmod 755 {} +
dpkg-deb --root-owner-group --build "$root" "$folder/stet_${version}_$architecture.deb"
