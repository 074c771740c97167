#!/bin/bash
# pinyin_table.sh: writes server/base/pinyin_table.inc anew; with --check only says whether it is still what
# Unihan gives, where that is installed in the version that it names. Needs unicode-data.
#
# Readings are those of the standard list of 8,105 characters (kTGHZ2013), and of what else is counted in
# running text (kHanyuPinlu); tones off, ü is v. Syllables without a vowel (ng, hm) go.
set -eo pipefail
cd "$(dirname "$0")/../.."
table=server/base/pinyin_table.inc
unihan=/usr/share/unicode/Unihan_Readings.txt.bz2
if [ ! -e $unihan ]; then
	echo "skipped: no Unihan here"
	[ "$1" = --check ]
	exit
fi
new=$(mktemp)
trap 'rm -f "$new"' EXIT
version=$(bzcat $unihan | sed -n 's/^# Unicode version: *\([0-9.]*\).*/\1/p' | head -1)
{
	echo "/* Unihan $version; written by server/tools/pinyin_table.sh. A line: a syllable, and what is read so. */"
	echo "static const char pinyin_table[] ="
	bzcat $unihan | LC_ALL=C.UTF-8 perl -CSDA -Mutf8 -MUnicode::Normalize -ne '
		next unless /^U\+(\w+)\t(kTGHZ2013|kHanyuPinlu)\t(.*)/;
		my ($rune, $words) = (chr hex $1, $3);
		next if hex $1 > 0xFFFF;
		for (split " ", $words) {
			s/^[\d.,]*://, s/\(\d+\)$//;
			for (split /,/) {
				$_ = NFD($_); s/u\x{308}/v/g; s/\x{300}|\x{301}|\x{304}|\x{30C}|\x{302}|\x{308}//g;
				$of{$_}{$rune} = 1 if /^[a-z]*[aeiouv][a-z]*$/;
			}
		}
		END { print "\t\"$_ ", join("", sort keys %{$of{$_}}), "\\n\"\n" for sort keys %of; }'
	echo "	;"
} >"$new"
if [ "$1" != --check ]; then
	cp "$new" $table
elif [ "$(head -1 "$new")" != "$(head -1 $table)" ]; then
	echo "skipped: another version of Unihan than the table's"
else
	cmp "$new" $table
fi
