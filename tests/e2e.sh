#!/bin/bash
# e2e.sh FILE…: browser journeys (tests/e2e/*_test.mjs) by node's test runner; each starts its own server.
log=$(mktemp)
trap 'rm -f "$log"' EXIT
[ $# -gt 0 ] || { echo "0 passed, 0 failed" && exit 0; }
node --test --test-reporter=tap "$@" >"$log" 2>&1
code=$?
passed=$(sed -n 's/^# pass //p' "$log") failed=$(sed -n 's/^# fail //p' "$log")
[ $code -eq 0 ] || cat "$log"
echo "${passed:-0} passed, ${failed:-1} failed"
exit $code
