#!/bin/bash
# The program's commands, as an administrator types them.
B=${B:-build}
dir=$(mktemp -d)
trap 'stop; rm -rf "$dir"' EXIT
export LANG=C.UTF-8 TRIBUTARY_DB="$dir/db"
tributary=$B/tributary
server=
stop() { [ -z "$server" ] || { kill "$server" && wait "$server"; } 2>/dev/null; server=; }
start() { # sets $url
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
says "migrate says which schema it is" 0 "schema 1" "$tributary" migrate
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
printf -- '---\nweek: 2031-W01\n---\n# 经验\n## 一条\n故事。\n' >"$dir/files/future.md"
printf '# 经验\n## \n' >"$dir/files/bad.md"
cd "$dir/files" && tributary=$(cd "$OLDPWD" && realpath "$tributary")
says "submit prints file, id, week, status" 0 " $week 20" "$tributary" submit good.md --server "$url"
says "submit takes an after-task reflection" 0 "task.md: " "$tributary" submit task.md --server "$url"
first=$(cat "$dir/out")
says "the same after-task file sent again is the same reflection" 0 "${first%% "$week"*}" \
	"$tributary" submit task.md --server "$url/"
says "submit goes on after a fault" 1 "good.md: " "$tributary" submit bad.md future.md nothing.md good.md --server "$url"
cp "$dir/out" "$dir/said"
says "every fault has its line and column" 0 - grep -qE '^bad.md:2:[0-9]+: .' "$dir/said" "$dir/out"
says "the server's faults have theirs" 0 - grep -qE '^future.md:2:[0-9]+: .' "$dir/said" "$dir/out"
says "a file that is not there is named" 0 - grep -q '^nothing.md: ' "$dir/said" "$dir/out"
says "submit without a server is a question of usage" 2 "usage" "$tributary" submit good.md
TRIBUTARY_TOKEN=wrong says "a wrong token is said" 1 "token" "$tributary" submit good.md --server "$url"
TRIBUTARY_TOKEN='' says "no token is said" 1 "TRIBUTARY_TOKEN" "$tributary" submit good.md --server "$url"
stop
says "a server that is not there is said" 1 "did not answer" "$tributary" submit good.md --server "$url"
