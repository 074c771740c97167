#!/bin/sh
# Runs each test program, shows what failed, and closes with "N passed, N failed".
# A program that dies, or reports no test at all, counts as one failure.
passed=0 failed=0
out=$(mktemp)
trap 'rm -f "$out"' EXIT
for t in "$@"; do
	CMOCKA_MESSAGE_OUTPUT=tap "$t" >"$out" 2>&1
	code=$?
	ok=$(grep -c '^ok' "$out")
	bad=$(grep -c '^not ok' "$out")
	[ $((ok + bad)) -eq 0 ] && bad=1
	[ $code -ne 0 ] && [ "$bad" -eq 0 ] && bad=1
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
