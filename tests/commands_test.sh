#!/bin/bash
# The program's commands, as an administrator types them.
B=${B:-build}
dir=$(mktemp -d)
home=$(pwd)
trap '[ $BASHPID != $$ ] || { stop; rm -rf "$dir"; }' EXIT
export LANG=C.UTF-8 TRIBUTARY_DB="$dir/db"
tributary=$B/tributary
server=
stop() { [ -z "$server" ] || { kill "$server" && wait "$server"; } 2>/dev/null; server=; }
start() { # sets $url
	: >"$dir/serve"
	"$tributary" serve --listen 127.0.0.1:0 --workers 2 >"$dir/serve" 2>"$dir/serve.log" &
	server=$!
	for _ in $(seq 200); do
		url=$(sed -n 's/^listening on //p' "$dir/serve")
		[ -z "$url" ] || return 0
		sleep 0.05
	done
	return 1
}
says() { # name, exit code, words that must be in what it prints (or - for none), command …
	local name=$1 wanted=$2 words=$3
	shift 3
	[ ! -e "$dir/out" ] || cp "$dir/out" "$dir/said" # what the one before printed
	"$@" >"$dir/out" 2>&1 </dev/null
	local code=$?
	if [ $code -eq "$wanted" ] && { [ "$words" = - ] || grep -qF -- "$words" "$dir/out"; }; then
		echo "ok - $name"
	else
		echo "not ok - $name"
		echo "# exit $code, wanted $wanted and: $words"
		sed 's/^/# /' "$dir/out"
	fi
}

says "a reader of no database is told so" 1 "There is no database" "$tributary" check
says "demo fills an empty database and prints who may sign in" 0 "gujiayi" "$tributary" demo --weeks 3 --reps 18
says "demo refuses a database that holds an organisation" 1 "already" "$tributary" demo
says "check finds no difference" 0 "ok       totals of roll-ups" "$tributary" check
says "an unknown command is a question of usage" 2 "usage" "$tributary" frobnicate
says "a command says how it is used" 2 "usage: tributary backup FILE" "$tributary" backup
says "routes are listed" 0 "/api/reflections/:" "$tributary" routes
says "statements are listed with their place" 0 "server/store/point.c:" "$tributary" sql
says "search finds" 0 "point " "$tributary" search 客户
says "search without words is a question of usage" 2 "usage" "$tributary" search
says "migrate says which schema it is" 0 "schema $(($(ls schema | sed -n 's/^00*\([0-9]*\)-.*/\1/p' | tail -1)))" "$tributary" migrate
says "reindex makes totals and index anew" 0 - "$tributary" reindex

start || echo "not ok - serve starts"
says "backup works while the server runs" 0 "$dir/copy" "$tributary" backup "$dir/copy"
says "a backup replaces nothing" 1 "choose another name" "$tributary" backup "$dir/copy"
says "a backup is for its owner's eyes" 0 "600" stat -c %a "$dir/copy"
says "check works while the server runs" 0 "ok       references" "$tributary" check
says "a second server is refused" 1 "another program is writing" "$tributary" serve --listen 127.0.0.1:0
says "demo says that the server runs" 1 "another program is writing" "$tributary" demo
says "the server answers" 0 "" curl -fsS "$url/healthz"
begun=$(date +%s)
kill -TERM "$server" && wait "$server"
says "the server ends cleanly within five seconds of SIGTERM" 0 - test $? -eq 0 -a $(($(date +%s) - begun)) -le 5
server=

mkdir "$dir/elsewhere" && cp "$dir/copy" "$dir/elsewhere/db"
says "a backup put into an empty folder is the whole database" 0 "ok       pages of the file" \
	"$tributary" check --db "$dir/elsewhere/db"
TRIBUTARY_DB="$dir/elsewhere/db" start || echo "not ok - serve starts from a backup"
says "the server answers from a restored backup" 0 "" curl -fsS "$url/healthz"
stop

says "nothing is left beside the database" 0 - test -z "$(find "$dir" -name '*check-*' -o -name '*part-*')"

# ---- submit: one file or many, every fault with its place -------------------------------------------
start || echo "not ok - serve starts"
login=gujiayi
export TRIBUTARY_TOKEN
stop; TRIBUTARY_TOKEN=$("$tributary" token add $login); start
week=$(TZ=Asia/Shanghai date +%G-W%V)
mkdir "$dir/files"
printf -- '---\nweek: %s\n---\n# 经验\n## 报价前先问清采购流程 #报价\n先问三件事。\n' "$week" >"$dir/files/good.md"
printf -- '---\ntask: 新车上市\n---\n# 教训\n## 海报印错了电话\n重印花了两天。\n' >"$dir/files/task.md"
printf -- '---\nweek: 2999-W01\n---\n# 经验\n## 一条\n故事。\n' >"$dir/files/future.md"
printf '# 经验\n## \n' >"$dir/files/bad.md"
cd "$dir/files" && tributary=$(cd "$OLDPWD" && realpath "$tributary")
says "submit prints file, id, week, status" 0 " $week 20" "$tributary" submit good.md --server "$url"
says "submit takes an after-task reflection" 0 "task.md: " "$tributary" submit task.md --server "$url"
first=$(cat "$dir/out")
says "the same after-task file sent again is the same reflection" 0 "${first%% "$week"*}" \
	"$tributary" submit task.md --server "$url/"
says "submit goes on after a fault" 1 "good.md: " "$tributary" submit bad.md future.md nothing.md good.md --server "$url"
cp "$dir/out" "$dir/faults"
says "every fault has its line and column" 0 - grep -qE '^bad.md:2:[0-9]+: .' "$dir/faults" "$dir/out"
says "the server's faults have theirs" 0 - grep -qE '^future.md:2:[0-9]+: .' "$dir/faults" "$dir/out"
says "a file that is not there is named" 0 - grep -q '^nothing.md: ' "$dir/faults" "$dir/out"
says "submit without a server is a question of usage" 2 "usage" "$tributary" submit good.md
TRIBUTARY_TOKEN=wrong says "a wrong token is said" 1 "token" "$tributary" submit good.md --server "$url"
TRIBUTARY_TOKEN='' says "no token is said" 1 "TRIBUTARY_TOKEN" "$tributary" submit good.md --server "$url"
stop
says "a server that is not there is said" 1 "did not answer" "$tributary" submit good.md --server "$url"

# ---- export and import: the same words again ----------------------------------------------------------
cd "$dir" && unset TRIBUTARY_TOKEN
says "an export writes everything into files" 0 - "$tributary" export "$dir/one"
says "an export goes into a new or empty folder only" 1 "new or empty" "$tributary" export "$dir/one"
says "an export is imported into an empty database" 0 "organisation.csv" \
	"$tributary" import "$dir/one" --db "$dir/again"
says "what was imported holds together" 0 "ok       how far points have risen" "$tributary" check --db "$dir/again"
"$tributary" export "$dir/two" --db "$dir/again" >/dev/null
for what in reflections organisation.csv topics.csv rollups.csv; do
	says "the second export has the same $what" 0 - diff -r "$dir/one/$what" "$dir/two/$what"
done
"$tributary" import "$dir/two" --db "$dir/third" >/dev/null && "$tributary" export "$dir/three" --db "$dir/third"
says "from then on an export is the same to the last byte" 0 - diff -r "$dir/two" "$dir/three"
says "imported twice is imported once" 0 "unchanged" "$tributary" import "$dir/one" --db "$dir/again"
"$tributary" export "$dir/four" --db "$dir/again" >/dev/null
says "and nothing changes by it" 0 - diff -r "$dir/two" "$dir/four"

for what in merged highlights picks rosters; do
	lines=$(wc -l <"$dir/one/$what.csv")
	says "the export has its $what" 0 - test "$lines" -gt 1
	says "and they come again: $what" 0 - test "$lines" = "$(wc -l <"$dir/two/$what.csv")"
done
for what in highlights picks rosters; do # numbers of points may change, all else stays
	says "as they were: $what" 0 - diff <(sed 's/^[0-9]*,//; s/^\([-0-9W]*\),[0-9]*,/\1,/' "$dir/one/$what.csv" | sort) \
		<(sed 's/^[0-9]*,//; s/^\([-0-9W]*\),[0-9]*,/\1,/' "$dir/two/$what.csv" | sort)
done

printf -- '---\nweek: 2019-W07\nauthor: gujiayi\n---\n# 经验\n## 旧本子里的一条\n先听后讲。\n' >old.md
printf -- '---\nweek: 2019-W08\n---\n# 教训\n## 没有写名字\n先听后讲。\n' >nameless.md
printf -- '---\ntitle: 一次回访\n---\n三天以后我又去了一次。\n' >story.md
printf '旧文档\n1. 第一\n* 第二\n' >plain.txt
start || echo "not ok - serve starts"
says "the running server imports for the command" 0 "old.md: reflection" "$tributary" import old.md
says "a file without an author needs --as" 1 "--as LOGIN" "$tributary" import nameless.md
says "--as says whose it is" 0 "nameless.md: reflection" "$tributary" import nameless.md --as gujiayi
says "a story is imported" 0 "story.md: story" "$tributary" import story.md --as yinshulan
says "a plain document is imported as a story" 0 "plain.txt: story" "$tributary" import plain.txt
says "whoever imports as nobody is told so" 1 - "$tributary" import story.md --as nobody.here
stop

# ---- old work summaries, where they are at hand (the repository holds none of their text) ---------------
corpus=${TRIBUTARY_CORPUS:-$home/../shared/corpus}/sales-summaries-8.txt
if [ -r "$corpus" ]; then
	says "each of the eight summaries becomes a story" 0 "(8): story" "$tributary" import "$corpus" --as yinshulan
	says "all eight of them" 0 8 grep -c ': story' "$dir/said"
else
	echo "ok - the eight summaries become stories # SKIP skipped: there is no $corpus"
fi
