#!/bin/bash
# Commands of the program, with and without a running server: they answer the same. Lines of TAP.
T=$(realpath "${B:-build}/tributary")
W=$(mktemp -d)
export ASAN_OPTIONS=${ASAN_OPTIONS:-detect_leaks=0} TRIBUTARY_DB=$W/db LANG=C
trap '[ -z "$server" ] || kill "$server" 2>/dev/null; rm -rf "$W"' EXIT
cd "$W" || exit 1
n=0
[ -x "$T" ] || { echo "not ok 1 - $T is built"; exit 1; }
is() { # name, wanted, got
	n=$((n + 1))
	if [ "$2" = "$3" ]; then echo "ok $n - $1"; else
		echo "not ok $n - $1"
		printf '# wanted: %s\n# got: %s\n' "$2" "$3"
	fi
}
like() { # name, pattern, got
	if [[ $3 =~ $2 ]]; then is "$1" yes yes; else is "$1" "$2" "$3"; fi
}
password='^[a-z0-9]{4}(-[a-z0-9]{4}){3}$'

cat >org.csv <<'CSV'
unit_code,unit_name,parent_code,login,name,roles,email,active
hq,Head,,,,,,
east,East,hq,gao,Gao,branch_manager,,
e1,Team 1,east,lin,Lin,team_manager;rep,,1
CSV

out=$("$T" person add root --name Root --role admin --role hq --unit hq <<<'four words in all' 2>&1)
is "a password from standard input is not printed" "0:" "$?:$out"
like "a password is made when none is given" "$password" "$("$T" person add han --name Han --role hq --unit hq </dev/null)"
out=$("$T" person add 'x y' --name '' --role hq --unit none </dev/null 2>&1)
is "all that is wrong with a person is said, and it is 1" "1:3" "$?:$(grep -c '^tributary: [a-z]*: ' <<<"$out")"
"$T" person add </dev/null >/dev/null 2>&1
is "what is not understood is 2" 2 $?
is "a role that there is none of is named" 1 "$("$T" person add xy --name N --role king --unit hq </dev/null 2>&1 | grep -c 'king.*team_manager')"
for wrong in "person add xy --role rep" "person add xy --name N --role rep" "check --nosuch 1" "search x --limit 2" "serve extra" "export" "token"; do
	"$T" $wrong </dev/null >/dev/null 2>&1
	is "what is missing or not an option is 2: $wrong" 2 $?
done
for help in --help -h help; do like "$help is 0 and lists the commands" '^0.* serve ' "$("$T" $help >said; echo $?; cat said)"; done
like "--version says the version" '^tributary [0-9]' "$("$T" --version)"
like "nobody by that login is told so" 'login “nobody”' "$("$T" token add nobody 2>&1)"
printf 'unit_code,login,name,active\nhq,aa,A,1\nhq,bb,B,maybe\nhq,C C,C,1\n' >faulty.csv
out=$("$T" org import faulty.csv 2>&1)
is "every fault of a table has its row" "1:3 4" "$?:$(grep -o '^tributary: Line [0-9]*' <<<"$out" | grep -o '[0-9]*' | xargs)"
dry=$("$T" org import org.csv </dev/null 2>&1)
is "a dry run is 0" 0 $?
like "a dry run says what would change" '\+ New e1 Team 1' "$dry"
is "a dry run changes nothing" "$dry" "$("$T" org import org.csv </dev/null 2>&1)"

"$T" serve --listen 127.0.0.1:0 >serve.log 2>serve.err &
server=$!
is "a command waits for a server that starts" "$dry" "$("$T" org import org.csv </dev/null 2>&1)"
for _ in $(seq 100); do grep -q listening serve.log && break; sleep 0.1; done
out=$("$T" org import org.csv --apply </dev/null 2>/dev/null)
is "with a server new people's passwords are printed as login,password" "gao lin" "$(cut -d, -f1 <<<"$out" | xargs)"
like "and nothing else" "$password" "$(sed -n 's/^lin,//p' <<<"$out")"
like "a token is printed alone on its line" '^trb_[A-Za-z0-9_-]{43}$' "$("$T" token add lin)"
like "with a server a password is made" "$password" "$("$T" person add neu --name N --role rep --unit e1 </dev/null)"
out=$("$T" person add neu --name N --role rep --unit e1 </dev/null 2>&1)
is "with a server a fault is told the same" "1:tributary: login: This sign-in name is taken. Choose another one." "$?:$out"
out=$("$T" person add neu2 --name N --role rep --unit e1 <<<'my own password' 2>&1)
is "a password from standard input travels along" "0:" "$?:$out"
url=$(sed -n 's/^listening on //p' serve.log)
is "and signs in" 303 "$(curl -s -o /dev/null -w '%{http_code}' -H "Origin: $url" -d 'login=neu2&password=my+own+password' "$url/sign-in")"
problem() { curl -s -g --path-as-is -o body -w '%{http_code} %{content_type} ' "$@"; grep -o '"errors":\[\]' body; }
is "a method that no address takes is 405, in the API's words" '405 application/problem+json "errors":[]' "$(problem -X PATCH "$url/api/units")"
is "a method that nobody knows is 501" '501 application/problem+json "errors":[]' "$(problem -X BREW "$url/api/units")"
is "an address that cannot be read is 400 in them too" '400 application/problem+json "errors":[]' "$(problem "$url/api/points?week=%zz")"
head -c 2000000 /dev/zero >big
is "and a body that is too large 413" '413 application/problem+json "errors":[]' "$(problem -T big "$url/api/reflections/2026-W47")"
out=$("$T" demo 2>&1)
is "other commands that write refuse, and say so" 1 $?
like "with the process that has it" "process $server" "$out"
out=$("$T" org import none.csv 2>&1)
like "a file that is not there is named" '^tributary: .*none\.csv' "$out"
is "the control socket is for its owner only" "600" "$(stat -c %a db.control)"
kill "$server"
wait "$server"
is "the server ends well" 0 $?
server=
is "and takes its socket away" "" "$(ls db.control 2>/dev/null)"
like "without the server the same command goes on" '^trb_' "$("$T" token add neu)"
"$T" serve --listen 127.0.0.1:0 --trusted-proxies localhost >/dev/null 2>&1
is "a proxy that is no address is refused" 2 $?
echo "1..$n"
