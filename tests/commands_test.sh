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

says "nothing is left beside the database" 0 - test -z "$(ls "$dir" | grep -E 'check-|part-')"
