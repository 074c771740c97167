#!/bin/sh
# Checks that the texts of the sample organisation (templates/sample) hold together: every key is unique, every
# reference leads somewhere, every placeholder has words to fill it, and there is enough of everything.
# Prints one line for each fault and exits 1, or one line of counts and exits 0.
cd "${1:-$(dirname "$0")/../templates/sample}" || exit 2
export LC_ALL=C.UTF-8
faults=$(mktemp)
trap 'rm -f "$faults"' EXIT

grep -n "$(printf '\r')" -r . | sed 's/^/carriage return: /' >>"$faults"
grep -nP '\x{FEFF}|[\x{E000}-\x{F8FF}]|\t' -r . | sed 's/^/tab or private-use character: /' >>"$faults"

awk -F, -v OFS=, '
function bad(s) { print FILENAME ":" FNR ": " s }
function split_header(line) { sub(/^@@ */, "", line); return split(line, part, / *\| */) }
function placeholders(line,   p) {
	while (match(line, /\{[^{}]*\}/)) {
		p = substr(line, RSTART + 1, RLENGTH - 2)
		if (p !~ /\|/ && !(p in fill)) bad("nothing fills {" p "}")
		line = substr(line, 1, RSTART - 1) substr(line, RSTART + RLENGTH)
	}
	if (line ~ /[{}]/) bad("unbalanced brace")
}
function end_point() {
	if (key == "") return
	if (heads[key] != 1) bad(key " has " heads[key] + 0 " headlines, wants one")
	if (!bodies[key]) bad(key " has no story")
	key = ""
}
FNR == 1 { kind = FILENAME; sub(/^.*\//, "", kind); sub(/^points-[a-z]+\.md$/, "points.md", kind); in_fence = 0; section = "" }

kind == "fill.txt" && /^\[/ { section = substr($0, 2, length($0) - 2); fill[section] = 0; next }
kind == "fill.txt" && NF { if (seen[section, $0]++) bad("twice: " $0); fill[section]++; next }

kind == "topics.csv" && FNR > 1 {
	if ($1 in topic) bad("topic twice: " $1)
	topic[$1] = 1; kinds[$2]++
	if ($2 !~ /^(topic|step|difficulty|ability)$/) bad("unknown kind " $2)
	if ($3 == "" || $4 == "" || $7 == "" || $8 == "") bad("a column is empty")
	if ($3 ~ /[ #,]/) bad("a name that is also a tag has no blanks: " $3)
	n = split($3 ";" $5, word, ";")
	for (i = 1; i <= n; i++) if (words[word[i]]++) bad("two topics answer to " word[i])
	if ($6 != "" && !($6 in topic)) bad("unknown parent " $6)
	if (NF > 8 && $8 !~ /^"/) bad("too many columns")
}

kind == "organisation.csv" && FNR == 1 {
	if ($0 != "unit_code,unit_name,parent_code,login,name,roles,email,active") bad("wrong header")
	next
}
kind == "organisation.csv" {
	if (NF != 8) bad(NF " columns")
	if ($3 != "" && !($3 in unit)) bad("parent not seen before: " $3)
	if (($1 in unit) && unit[$1] != $2 "/" $3) bad("unit written in two ways: " $1)
	if (!($1 in unit)) level[$1] = $3 == "" ? "hq" : level[$3] == "hq" ? "branch" : "team"
	unit[$1] = $2 "/" $3
	if ($4 in person) bad("login twice: " $4)
	person[$4] = 1; if (names[$5]++) bad("name twice: " $5)
	if ($7 != $4 "@example.com") bad("address: " $7)
	n = split($6, role, ";")
	for (i = 1; i <= n; i++) {
		wants = role[i] ~ /^(rep|team_manager)$/ ? "team" : role[i] == "branch_manager" ? "branch" : role[i] ~ /^(hq|trainer|admin)$/ ? "hq" : "?"
		if (wants != level[$1]) bad(role[i] " does not fit a " level[$1])
	}
}
kind == "voices.csv" && FNR > 1 {
	if (!($1 in person)) bad("no such person: " $1)
	if ($2 !~ /^(terse|narrator|numbers|joker|newcomer|veteran|manager)$/) bad("no such voice: " $2)
	voiced[$1] = 1
}

kind == "points.md" && /^@@ / {
	end_point()
	if (split_header($0) != 5) bad("wants five fields")
	key = part[1]; what = part[2]
	if (key in point) bad("point twice: " key)
	point[key] = what; count[what]++
	if (what !~ /^(experience|lesson)$/) bad("unknown kind " what)
	if (part[3] !~ /^(terse|narrator|numbers|joker|newcomer|veteran|manager)$/) bad("no such voice: " part[3])
	n = split(part[4], tag, / *, */)
	for (i = 1; i <= n; i++) { if (!(tag[i] in topic)) bad("no such topic: " tag[i]); used[tag[i]]++ }
	n = split(part[5], mark, / +/)
	for (i = 1; i <= n; i++) {
		if (mark[i] !~ /^(recurring:[a-z]+|slogan|ask|teamonly|anonymous|highlight)$/) bad("no such flag: " mark[i])
		flagged[key, mark[i]] = 1; flags[mark[i]]++
	}
	next
}
kind == "points.md" && key != "" && /^## / {
	heads[key]++
	if (headline[$0]++) bad("headline twice: " $0)
}
kind == "points.md" && key != "" && NF && !/^## / { bodies[key]++ }
kind == "points.md" && /^##?[^#]/ && !/^## / { bad("a heading that would end the point") }
kind == "points.md" && /^(求助|请示):/ && !flagged[key, "ask"] { bad(key " asks, but has no flag ask") }
kind == "points.md" && /^(求助|请示):/ && wished[key]++ { bad(key " asks twice") }
kind == "points.md" && /^范围: 本团队$/ && !flagged[key, "teamonly"] { bad(key " has no flag teamonly") }
kind == "points.md" && /^署名: 匿名$/ && !flagged[key, "anonymous"] { bad(key " has no flag anonymous") }
kind == "points.md" { placeholders($0) }

kind == "asks.md" && /^@@ / {
	end_point()
	if (split_header($0) != 1) bad("wants one field")
	if (!((part[1], "ask") in flagged)) bad("no such ask: " part[1])
	if (answered[part[1]]++) bad("answered twice: " part[1])
	next
}

kind == "answers.txt" && /^\[/ { section = substr($0, 2, length($0) - 2); next }
kind == "answers.txt" && NF {
	if (said[$0]++) bad("twice: " $0)
	sayings[section]++; total++
	n = split($0, part, "|")
	if (section == "advice" ? n != 3 || part[2] !~ /^[1-9]$/ : section ~ /^chain/ ? n < 2 : n != 1) bad("parts: " $0)
}

kind == "syntheses.md" && /^@@ / {
	end_point()
	if (split_header($0) != 3) bad("wants three fields")
	if (!(part[1] in topic)) bad("no such topic: " part[1])
	if (part[2] !~ /^(branch|hq)$/) bad("no such level: " part[2])
	cites = split(part[3], cited, / *, */)
	for (i = 1; i <= cites; i++) if (!(cited[i] in point)) bad("no such point: " cited[i])
	levels[part[2]]++
	next
}
kind == "syntheses.md" {
	line = $0
	while (match(line, /\[\[[0-9]+\]\]/)) {
		if (substr(line, RSTART + 2, RLENGTH - 4) + 0 > cites) bad("cites more than its " cites " points")
		line = substr(line, RSTART + RLENGTH)
	}
	placeholders($0)
}

kind == "playbook.md" && /^@@ / {
	end_point()
	n = split_header($0)
	if (part[1] !~ /^(guide|path|script|told|ask|walk|used)$/) bad("no such block: " part[1])
	if (part[1] ~ /^(guide|ask|used)$/ && !(part[2] in words)) bad("no such topic: " part[2])
	who = part[1] == "walk" ? part[2] : part[3]
	if (part[1] != "path" && !(who in person)) bad("no such person: " who)
	if (part[1] == "guide") guides++
	next
}
kind == "playbook.md" {
	line = $0
	while (match(line, /\[\[[a-z0-9-]+\]\]/)) {
		if (!(substr(line, RSTART + 2, RLENGTH - 4) in point)) bad("no such point: " substr(line, RSTART, RLENGTH))
		line = substr(line, RSTART + RLENGTH)
	}
}

FILENAME ~ /stories\// && FNR == 1 { stories++; if ($0 != "---") bad("wants front matter") }
FILENAME ~ /stories\// && /^(topics|units|people|sources|points): \[/ {
	list = $0; sub(/^[a-z]+: \[/, "", list); sub(/\].*$/, "", list)
	n = split(list, item, / *, */)
	for (i = 1; i <= n; i++) {
		if ($0 ~ /^topics/ && !(item[i] in words)) bad("no such topic: " item[i])
		if ($0 ~ /^units/ && !(item[i] in unit)) bad("no such unit: " item[i])
		if ($0 ~ /^people/ && !(item[i] in person)) bad("no such person: " item[i])
		if ($0 ~ /^sources/ && !(item[i] in point)) bad("no such point: " item[i])
	}
	parts[FILENAME]++
}
END {
	end_point()
	for (s in fill) if (fill[s] < (s == "小数" ? 7 : 30)) print "fill.txt: only " fill[s] " words for " s
	for (p in person) if (!(p in voiced)) print "voices.csv: no voice for " p
	for (u in level) units[level[u]]++
	if (units["hq"] != 1 || units["branch"] != 3 || units["team"] != 9) print "organisation.csv: not 1 + 3 + 9 units"
	if (kinds["step"] != 11) print "topics.csv: not eleven steps"
	for (t in topic) if (!used[t]) print "points.md: nothing about " t
	if (count["experience"] < 95 || count["lesson"] < 65) print "points.md: too few points"
	if (flags["slogan"] < 6) print "points.md: too few slogans"
	for (f in flags) if (f ~ /^recurring:/) { groups++; if (flags[f] < 3) print "points.md: " f " recurs too seldom" }
	if (groups < 4) print "points.md: fewer than four recurring lessons"
	if (levels["branch"] < 14 || levels["hq"] < 3) print "syntheses.md: too few"
	for (k in wished) if (!answered[k]) print "asks.md: no answer for " k
	if (total < 90) print "answers.txt: only " total " sayings"
	for (s in sayings) if (sayings[s] > 32) print "answers.txt: more than 32 of " s
	for (s in parts) if (parts[s] != 4) print s ": wants topics, units, people, sources"
	if (guides < 6) print "playbook.md: too few guides"
	if (stories != 3) print "stories: not three"
	print "sample: " count["experience"] " experiences, " count["lesson"] " lessons, " levels["branch"] " + " levels["hq"] " syntheses, " stories " stories" > "/dev/stderr"
}' fill.txt topics.csv organisation.csv voices.csv points*.md asks.md answers.txt syntheses.md playbook.md stories/*.md >>"$faults"

for f in stories/*.md; do
	n=$(tr -d ' \n' <"$f" | wc -m)
	[ "$n" -ge 1200 ] && [ "$n" -le 2800 ] || echo "$f: $n characters" >>"$faults"
done
cat "$faults"
[ ! -s "$faults" ]
