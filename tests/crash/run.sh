#!/bin/bash
# run.sh: kill -9 under a write load, ROUNDS times (50): every answered write is there, none is there twice, and
# `tributary check` finds nothing. ROUNDS=3 is the short form.
cd "$(dirname "$0")/../.." || exit 2
dir=$(mktemp -d "${CRASH_DIR:-build}/crash.XXXXXX") # on the disk: memory would forgive
trap 'rm -rf "$dir"' EXIT
node tests/crash/crash.mjs build/tributary "$dir" "${ROUNDS:-50}"
