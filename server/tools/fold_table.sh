#!/bin/bash
# fold_table.sh: writes server/base/fold_table.inc anew; with --check only says whether it is still what
# utf8proc and OpenCC give, where these are installed in the versions that it names. Needs
# libutf8proc-dev and opencc.
set -e
cd "$(dirname "$0")/../.."
table=server/base/fold_table.inc
if [ "$1" = --check ] && ! { type -P opencc_dict && [ -e /usr/include/utf8proc.h ]; } >/dev/null; then
	echo "skipped: no utf8proc or OpenCC here"
	exit
fi
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
for list in STCharacters TSCharacters TWVariantsRev HKVariantsRev; do
	opencc_dict -i /usr/share/opencc/$list.ocd2 -o "$dir/$list" -f ocd2 -t text
done
opencc="OpenCC $(opencc --version | sed -n 's/^Version: *//p')"
${CC:-cc} -std=gnu11 -O1 -o "$dir/fold_table" server/tools/fold_table.c -lutf8proc
(cd "$dir" && ./fold_table "$opencc" STCharacters TSCharacters TWVariantsRev HKVariantsRev >new)
if [ "$1" != --check ]; then
	cp "$dir/new" $table
elif [ "$(head -1 "$dir/new")" != "$(head -1 $table)" ]; then
	echo "skipped: other versions of utf8proc or OpenCC than the table's"
else
	cmp "$dir/new" $table
fi
