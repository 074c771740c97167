#!/bin/bash
# run.sh: what the product costs beside a floor and a naive way, measured in one run on this machine. Only the
# ratios mean something; each line says what is promised. Exit 1 if a promise is not kept.
#   SECONDS_EACH=4 BIG=1000000 SMALL=10000 tests/bench/run.sh
cd "$(dirname "$0")/../.." || exit 2
each=${SECONDS_EACH:-4} big=${BIG:-1000000} small=${SMALL:-10000}
dir=$(mktemp -d) pids=() missed=0 bench=build/bench product=build/tributary
stop() { # the newest server
	[ ${#pids[@]} -gt 0 ] || return 0
	kill "${pids[-1]}" 2>/dev/null
	wait "${pids[-1]}" 2>/dev/null
	unset 'pids[-1]'
}
trap 'while [ ${#pids[@]} -gt 0 ]; do stop; done; rm -rf "$dir"' EXIT

# ---- programs beside the product ----
mkdir -p $bench
cc="${CC:-cc} -std=gnu11 -D_GNU_SOURCE -O2 -g -Iserver -Ibuild/gen"
objects=(build/{base,doors,store,rules,views,web,pages}/*.o build/embedded.o)
mapfile -t mains < <(printf '%s\n' build/*.o | grep -v embedded)
read -ra libs <<<"${LIBS:?run it by make bench} -ldl"
others() { printf '%s\n' "${objects[@]}" | grep -v "$1"; }
$cc -shared -fPIC -o $bench/slow_sync.so tests/bench/slow_sync.c -ldl || exit 2
$cc -DBATCH_LIMIT=1 -c -o $bench/txn_alone.o server/doors/txn.c || exit 2
for program in fill floor naive; do
	$cc -o $bench/$program tests/bench/$program.c "${objects[@]}" "${libs[@]}" || exit 2
done
mapfile -t rest < <(others doors/txn.o)
$cc -o $bench/alone $bench/txn_alone.o "${rest[@]}" "${mains[@]}" "${libs[@]}" || exit 2

# ---- helpers ----
start() { # words of a server: sets address, pids
	: >"$dir/out"
	"$@" >"$dir/out" 2>"$dir/err" &
	pids+=($!)
	for _ in $(seq 500); do
		grep -q '^listening on' "$dir/out" && break
		sleep 0.01
	done
	address=$(sed -n 's/^listening on //p' "$dir/out")
	[ -n "$address" ] || { echo "bench: $1 does not start"; cat "$dir/err"; exit 2; }
}
serve() { start "${@:2}" "$product" serve --db "$1" --listen 127.0.0.1:0; }
of() { sed -n "s/^$2 //p" "$dir/$1.txt" | head -1; }
rate() { # of wrk's words: requests a second; complains of answers that were none
	wrk "$@" >"$dir/wrk" 2>&1
	grep -E 'Non-2xx|Socket errors' "$dir/wrk" >&2
	awk '/^Requests\/sec/ { print $2 }' "$dir/wrk"
}
page_rate() { COOKIE=$(of "$1" cookie) rate -t1 -c16 -d"${each}s" -s tests/bench/page.lua "$address${2:-$(of "$1" page)}"; }
submit_rate() { TOKENS=$dir/work.txt rate -t1 -c32 -d"${each}s" -s tests/bench/submit.lua "$address"; }
divide() { awk -v a="$1" -v b="$2" 'BEGIN { printf "%.2f", (b > 0 ? a / b : 0) }'; }
promise() { # what, measured, "<=" or ">=", promised
	local kept=kept
	awk -v a="$2" -v op="$3" -v b="$4" 'BEGIN { exit !(op == "<=" ? a <= b : a >= b) }' || { kept=MISSED; missed=1; }
	printf '%-66s %9s  (%s %s) %s\n' "$1" "$2" "$3" "$4" "$kept"
}
tell() { printf '%-66s %9s\n' "$1" "$2"; }

# ---- databases ----
$bench/fill "$dir/small.db" "$small" 200 >"$dir/small.txt" || exit 2
$bench/fill "$dir/work0.db" 40000 200 >"$dir/work.txt" || exit 2
$bench/fill "$dir/big.db" "$big" 200 >"$dir/big.txt" || exit 2

# ---- a team's page of 20 points, beside a constant of the same size ----
serve "$dir/small.db"
bytes=$(curl -s -b "tributary=$(of small cookie)" "$address$(of small page)" | wc -c)
page=$(page_rate small)
stop
start $bench/floor "$bytes"
floor=$(page_rate small /)
stop
start $bench/naive "$dir/small.db"
naive=$(page_rate small)
stop
tell "constant of $bytes bytes, requests/s" "$floor"
tell "roll-up page of 20 points, requests/s" "$page"
promise "   share of the constant's rate" "$(divide "$page" "$floor")" '>=' 0.30
tell "   against Markdown and GROUP BY on each read ($naive/s), times" "$(divide "$page" "$naive")"

# ---- the same page at a million points; start; memory ----
serve "$dir/big.db"
pid=${pids[-1]}
large=$(page_rate big)
hq=$(page_rate big "$(of big page | sed 's#/t0#/hq#')")
TOKENS=$dir/big.txt rate -t1 -c32 -d"${each}s" -s tests/bench/submit.lua "$address" >/dev/null
memory=$(awk '/^VmHWM/ { printf "%d", $2 / 1024 }' "/proc/$pid/status")
stop
tell "roll-up page at $big points, requests/s" "$large"
promise "   time against $small points" "$(divide "$page" "$large")" '<=' 1.5
tell "headquarters' page of one week at $big points, requests/s" "$hq"
promise "most memory resident under pages and submissions, MB" "$memory" '<=' 150
for _ in 1 2 3; do # warm from the second time on
	began=${EPOCHREALTIME/./}
	build/tributary serve --db "$dir/big.db" --listen 127.0.0.1:0 >"$dir/out" 2>/dev/null &
	pids+=($!)
	until grep -q '^listening on' "$dir/out"; do :; done
	curl -s -o /dev/null "$(sed -n 's/^listening on //p' "$dir/out")/sign-in"
	took=$(((${EPOCHREALTIME/./} - began) / 1000))
	stop
done
promise "start at $big points until the first page, ms" "$took" '<=' 200

# ---- durable submissions of six points by 32 clients ----
submit() { # words before the program
	cp "$dir/work0.db" "$dir/work.db"
	rm -f "$dir"/work.db-*
	serve "$dir/work.db" "$@"
	submit_rate
	stop
}
slow=(env "LD_PRELOAD=$PWD/$bench/slow_sync.so")
together=$(submit "${slow[@]}") together_here=$(submit)
product=$bench/alone
alone=$(submit "${slow[@]}") alone_here=$(submit)
tell "submissions/s where a sync takes 5 ms: shared commits, one each" "$together $alone"
promise "   times as many" "$(divide "$together" "$alone")" '>=' 4
tell "submissions/s on this disk: shared commits, one each" "$together_here $alone_here"
tell "   times as many" "$(divide "$together_here" "$alone_here")"
exit $missed
