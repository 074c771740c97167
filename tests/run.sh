#!/bin/sh
# Runs each test program, as many at once as there are cores, shows what failed, and closes with
# "N passed, N failed". A program that dies, or reports no test at all, counts as one failure.
passed=0 failed=0
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
# shellcheck disable=SC2016
printf '%s\n' "$@" | nl -w1 | CMOCKA_MESSAGE_OUTPUT=tap xargs -P "$(nproc)" -L 1 sh -c '
	"$2" >"$0/$1" 2>&1
	echo $? >"$0/$1.code"' "$dir"
number=0
for t in "$@"; do
	number=$((number + 1))
	out=$dir/$number
	code=$(cat "$out.code" 2>/dev/null || echo 127)
	ok=$(grep -c '^ok' "$out")
	bad=$(grep -c '^not ok' "$out")
	[ $((ok + bad)) -eq 0 ] && bad=1
	[ "$code" -ne 0 ] && [ "$bad" -eq 0 ] && bad=1
	passed=$((passed + ok)) failed=$((failed + bad))
	if [ "$bad" -gt 0 ]; then
		echo "--- $t (exit $code)"
		cat "$out"
	else
		echo "ok  $(basename "$t"): $ok"
	fi
done
echo "$passed passed, $failed failed"
[ "$failed" -eq 0 ] && [ "$passed" -gt 0 ]
