#!/bin/bash
# What the server does by itself: after a write that the disk refused it checks the database, waits
# with that while there is no room, and mends what is derived. Lines of TAP.
T=$(realpath "${B:-build}/tributary")
W=$(mktemp -d)
export ASAN_OPTIONS=${ASAN_OPTIONS:-detect_leaks=0} TRIBUTARY_DB=$W/db LANG=C.UTF-8
trap '[ -z "$server" ] || kill "$server" 2>/dev/null; rm -rf "$W"' EXIT
n=0
is() { # name, wanted, got
	n=$((n + 1))
	if [ "$2" = "$3" ]; then echo "ok $n - $1"; else
		echo "not ok $n - $1"
		printf '# wanted: %s\n# got: %s\n' "$2" "$3"
		sed 's/^/# /' "$W/log"
	fi
}
wait_for() { # words in the log, seconds
	for _ in $(seq $(($2 * 10))); do
		grep -qF -- "$1" "$W/log" && { echo yes; return; }
		sleep 0.1
	done
	echo no
}
submit() { TRIBUTARY_TOKEN=$token "$T" submit "$W/week.md" --server "$url" >/dev/null 2>&1; echo $?; }

cat >"$W/damage.c" <<'C'
#include <sqlite3.h>
int main(int argc, char **argv)
{
	sqlite3 *s;
	return argc != 3 || sqlite3_open(argv[1], &s) || sqlite3_exec(s, argv[2], 0, 0, 0) || sqlite3_close(s);
}
C
"${CC:-cc}" -o "$W/damage" "$W/damage.c" -lsqlite3 || { echo "not ok 1 - the test's helper is built"; exit 1; }

"$T" demo --db "$W/db" --weeks 2 --seed 3 >"$W/demo" 2>&1
"$T" person add newcomer --name N --role rep --unit "$("$T" export "$W/out" && awk -F, '$6 ~ /team_manager/ { print $1; exit }' "$W/out/organisation.csv")" \
	>/dev/null 2>&1 </dev/null
token=$("$T" token add newcomer)
"$W/damage" "$W/db" "UPDATE tally SET n = n + 1 WHERE rowid IS NOT NULL" 2>/dev/null ||
	"$W/damage" "$W/db" "UPDATE tally SET n = n + 1"
"$T" check >"$W/before" 2>&1
is "the totals are wrong to begin with" 1 "$?"

"$T" serve --listen 127.0.0.1:0 --workers 2 >"$W/said" 2>"$W/log" &
server=$!
for _ in $(seq 200); do
	url=$(sed -n 's/^listening on //p' "$W/said")
	[ -z "$url" ] || break
	sleep 0.05
done
printf -- '---\nweek: %s\n---\n# 经验\n## 报价前先问清 #报价\n先问三件事。\n' "$(TZ=Asia/Shanghai date +%G-W%V)" >"$W/week.md"
prlimit --pid "$server" --fsize=4096:unlimited
is "a write that the disk refuses is said" 1 "$(submit)"
is "a check follows" yes "$(wait_for 'check why="a write failed"' 10)"
is "while there is no room nothing is decided" yes "$(wait_for 'differs="not known"' 20)"
is "and nothing was thrown away" 200 "$(curl -s -o /dev/null -w '%{http_code}' -H "Authorization: Bearer $token" "$url/api/search?q=%E5%AE%A2%E6%88%B7")"
prlimit --pid "$server" --fsize=unlimited:unlimited
is "when there is room again, writes are taken" 0 "$(submit)"
is "and the check is made" yes "$(wait_for 'differs=yes' 30)"
for _ in $(seq 20); do
	"$T" check >"$W/after" 2>&1 && break
	sleep 0.2
done
is "what differed was mended" 0 "$("$T" check >"$W/after" 2>&1; echo $?)"
is "the server says nothing of the check where it prints its address" 1 "$(wc -l <"$W/said")"
