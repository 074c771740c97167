#!/bin/bash
# The sample's texts hold together, and the check that says so finds what it is there to find. The lessons that
# tests/fixtures/same-lesson.tsv calls one and the same are in the sample, told by different kinds of people.
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
verdict() { # exit code, name; what was said is in $dir/said
	[ "$1" -eq 0 ] && echo "ok - $2" && return
	echo "not ok - $2"
	sed 's/^/# /' "$dir/said"
}
plant() { # name, file, sed script, words it must be reported with
	rm -rf "$dir/sample"
	cp -r templates/sample "$dir/sample"
	sed -i "$3" "$dir/sample/$2"
	tests/sample_check.sh "$dir/sample" >"$dir/said" 2>&1
	[ $? -eq 1 ] && grep -qF "$4" "$dir/said"
	verdict $? "$1"
}

tests/sample_check.sh >"$dir/said" 2>&1
verdict $? "the sample holds together"
plant "a topic that is none" points-lead.md '1s/ lead / leed /' "no such topic: leed"
plant "a headline twice" points-price.md '0,/^## .*/s//## 报完价，我喝了半杯茶没说话/;$a\## 报完价，我喝了半杯茶没说话' "headline twice"
plant "a point without a story" points-fleet.md '3,/^@@/{/^@@/!d}' "has no story"
plant "a placeholder that nothing fills" points-people.md '0,/{姓}/s//{名}/' "nothing fills {名}"

awk -F'\t' '
FILENAME ~ /\.md$/ && /^@@ / { n = split($0, field, / *\| */); kind = field[2]; voice = field[3] }
FILENAME ~ /\.md$/ && /^## / { told[substr($0, 4)] = voice }
FILENAME ~ /\.tsv$/ && !/^#/ {
	if (!($2 in told)) print "not in the sample: " $2
	count[$1]++
	if (!(($1, told[$2]) in by)) { by[$1, told[$2]] = 1; voices[$1]++ }
}
END {
	for (g in count) {
		groups++
		if (count[g] < 3 || voices[g] < 3) print g ": " count[g] " points, " voices[g] " voices"
	}
	if (groups < 20) print groups + 0 " groups only"
}' templates/sample/points*.md tests/fixtures/same-lesson.tsv >"$dir/said"
[ ! -s "$dir/said" ]
verdict $? "the lessons said to be the same are in the sample, each by three kinds of people"
