#!/bin/bash
# lexicon_table.sh: writes server/base/lexicon_table.inc anew; with --check only says whether it is still what jieba's
# word list gives, where that is installed in the version that it names. Needs python3-jieba (its dict.txt alone is read).
#
# Kept are words of up to four characters of Han, counted at least fifty times, without characters that base/fold.h
# makes others. A count becomes a letter: twice its natural logarithm.
set -eo pipefail
cd "$(dirname "$0")/../.."
table=server/base/lexicon_table.inc
list=/usr/lib/python3/dist-packages/jieba/dict.txt
if [ ! -e $list ]; then
	echo "skipped: no word list here"
	[ "$1" = --check ]
	exit
fi
new=$(mktemp)
trap 'rm -f "$new"' EXIT
version=$(dpkg-query -W -f='${Version}' python3-jieba | cut -d- -f1)
{
	echo "/* Written by server/tools/lexicon_table.sh from the word list of jieba $version. Not edited by hand. clang-format off"
	echo " *"
	echo " * A line: a character; then, for each word that begins with it, the rest of the word and a letter, how common it is."
	echo " *"
	awk '/^License: /{text = "Copyright 2012-2017 Sun Junyi\n"; next} {sub(/^ \.?/, ""); text = text $0 "\n"} END {printf "%s", text}' \
		/usr/share/doc/python3-jieba/copyright | sed 's/^/ * /; s/ *$//'
	echo " */"
	echo "static const char lexicon_table[] ="
	LC_ALL=C.UTF-8 perl -CSD -Mutf8 -e '
		open my $fold, "<", shift; my $han = 0; my %other;
		while (<$fold>) {
			$han = 1 if /fold_han\[\]/;
			if ($han && /"(.*)"/) { my @c = split //, $1; while (@c) { $other{shift @c} = 1; shift @c } }
			last if $han && /;\s*$/;
		}
		while (<>) {
			my ($word, $times) = split / /;
			next if $times < 50 || $word !~ /^[\x{4E00}-\x{9FFF}]{1,4}$/ || grep { $other{$_} } split //, $word;
			$of{substr $word, 0, 1}{substr $word, 1} = chr(ord("a") + int(2 * log($times) + 0.5));
		}
		for my $first (sort keys %of) {
			my $words = $of{$first};
			print "\t\"$first", (map { "$_$words->{$_}" } sort keys %$words), "\\n\"\n";
		}' server/base/fold_table.inc $list
	echo "	;"
} >"$new"
if [ "$1" != --check ]; then
	cp "$new" $table
elif [ "$(head -1 "$new")" != "$(head -1 $table)" ]; then
	echo "skipped: another version of the word list than the table's"
else
	cmp "$new" $table
fi
