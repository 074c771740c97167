#!/bin/bash
# e2e.sh FILE…: browser journeys (tests/e2e/*_test.mjs) by node's test runner, as many files at once as there are
# cores; each starts its own server. What failed is printed whole.
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
[ $# -gt 0 ] || { echo "0 passed, 0 failed" && exit 0; }
export SAMPLE=$dir/sample
"${TRIBUTARY:-build/tributary}" demo --db "$SAMPLE" >/dev/null || unset SAMPLE
# shellcheck disable=SC2016
printf '%s\n' "$@" | xargs -P "$(nproc)" -I{} sh -c 'node --test --test-reporter=tap "$2" >"$1/$(basename "$2")" 2>&1' sh "$dir" {}
passed=0 failed=0
for t in "$@"; do
	out=$dir/$(basename "$t")
	p=$(sed -n 's/^# pass //p' "$out") f=$(sed -n 's/^# fail //p' "$out")
	f=$((${f:-1} + $(sed -n 's/^# cancelled //p' "$out" | grep . || echo 0)))
	passed=$((passed + ${p:-0})) failed=$((failed + f))
	[ "$f" -eq 0 ] || { echo "--- $t" && cat "$out"; }
done
echo "$passed passed, $failed failed"
[ "$failed" -eq 0 ] && [ "$passed" -gt 0 ]
