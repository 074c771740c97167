#!/bin/bash
# Every test there is, part by part; the last line sums them: "N passed, N failed". A part that breaks before it
# can count is one failure.
passed=0 failed=0
log=$(mktemp)
trap 'rm -f "$log"' EXIT
part() { # name, then make's arguments
	echo "== $1"
	local began=$SECONDS code sum
	${MAKE:-make} --no-print-directory "${@:2}" >"$log" 2>&1
	code=$?
	sum=$(grep -E '^[0-9]+ passed, [0-9]+ failed$' "$log" | awk '{ p += $1; f += $3 } END { if (NR) print p, f }')
	read -r p f <<<"${sum:-$([ $code -eq 0 ] && echo 1 0 || echo 0 1)}"
	[ "$code" -ne 0 ] && [ "$f" -eq 0 ] && f=1
	passed=$((passed + p)) failed=$((failed + f))
	grep -vE '^(ok|[0-9]+ passed)' "$log"
	echo "   $p passed, $f failed, $((SECONDS - began)) s"
}

part "it builds without a warning" -j2 all
part "what the sources promise" -j2 check
part "units, under AddressSanitizer and UBSan" -j2 V=asan unit
part "threads, under ThreadSanitizer" -j2 V=tsan unit
part "parsers, fuzzed a little, with clang" -j2 fuzz SECONDS_EACH=5
part "killed while it writes" crash ROUNDS=3
part "in the browser" -j2 e2e
echo "$passed passed, $failed failed"
[ "$failed" -eq 0 ] && [ "$passed" -gt 0 ]
