#!/bin/sh
# fold_table.sh: writes server/base/fold_table.inc anew; with --check only says whether it is still
# what the installed utf8proc and OpenCC would give (needs libutf8proc-dev and opencc).
set -e
cd "$(dirname "$0")/../.."
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
for list in STCharacters TSCharacters TWVariantsRev HKVariantsRev; do
	opencc_dict -i /usr/share/opencc/$list.ocd2 -o "$dir/$list" -f ocd2 -t text
done
${CC:-cc} -std=gnu11 -O1 -o "$dir/fold_table" server/tools/fold_table.c -lutf8proc
cd "$dir"
./fold_table STCharacters TSCharacters TWVariantsRev HKVariantsRev >fold_table.inc
cd "$OLDPWD"
if [ "$1" = --check ]; then
	cmp "$dir/fold_table.inc" server/base/fold_table.inc
else
	cp "$dir/fold_table.inc" server/base/fold_table.inc
fi
