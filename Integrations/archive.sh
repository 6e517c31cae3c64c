#!/bin/sh
# Packs an installed stet into a relocatable archive: unpack it anywhere, run bin/stet. For machines without
# Debian's packages: the C libraries and the English dictionaries are inside, the C library itself is not.
#     sh Integrations/archive.sh STAGE OUT.tar.gz    STAGE is where `make install PREFIX=/usr DESTDIR=STAGE` put it
set -eu
stage=$1 out=$2
name=$(basename "$out" .tar.gz)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
root=$work/$name
mkdir -p "$root/lib/stet" "$root/share/hunspell" "$root/share/doc/stet"
cp -R "$stage"/usr/. "$root"/

# What glibc brings must come from the machine: a copy of it would not fit the machine's own loader.
ldd "$root/bin/stet" | awk '$2 == "=>" { print $1, $3 }' | while read -r library path; do
  case $library in
    libc.so.* | libm.so.* | libpthread.so.* | libdl.so.* | librt.so.*) ;;
    *) install -m 644 "$path" "$root/lib/stet/$library"
       patchelf --set-rpath "\$ORIGIN" "$root/lib/stet/$library"
       package=$(dpkg -S "*/$(basename "$(readlink -f "$path")")" | sed -n '1s/:.*//p')
       install -m 644 "/usr/share/doc/$package/copyright" "$root/share/doc/stet/$package.copyright" ;;
  esac
done
patchelf --set-rpath "\$ORIGIN/../lib/stet" "$root/bin/stet"

for dictionary in en_US en_GB; do
  test -e "/usr/share/hunspell/$dictionary.dic" || continue
  cp -L "/usr/share/hunspell/$dictionary.aff" "/usr/share/hunspell/$dictionary.dic" "$root/share/hunspell/"
  package=hunspell-$(echo "$dictionary" | tr 'A-Z_' 'a-z-')
  install -m 644 "/usr/share/doc/$package/copyright" "$root/share/doc/stet/$package.copyright"
done
cp LICENSE NOTICE README.md "$root/share/doc/stet/"

# The same files give the same archive, byte for byte.
tar --sort=name --owner=0 --group=0 --numeric-owner --mtime="@${SOURCE_DATE_EPOCH:-0}" -C "$work" -cf - "$name" \
  | gzip -9n > "$out.part"
mv "$out.part" "$out"
echo "$out"
