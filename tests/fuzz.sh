#!/bin/bash
# fuzz.sh SECONDS FUZZER…: each for so long, from the seeds in tests/fuzz/NAME/ where there are some, as many at once
# as there are cores. In CI the same inputs each time (a seed and a number of runs): what is red there is red here;
# `make fuzz` looks for new ones.
seconds=$1
shift
mkdir -p build/corpus
one() { # seconds, program; its log ends with "code N"
	local name fixed=${CI:+-seed=1 -runs=$(($1 * 2000))}
	name=$(basename "$2")
	local log=build/corpus/$name.log seeds=tests/fuzz/${name%_fuzz}
	mkdir -p "build/corpus/$name"
	[ -d "$seeds" ] || seeds=
	# shellcheck disable=SC2086
	"$2" $fixed -max_total_time="$1" -max_len=8192 -timeout=10 -rss_limit_mb=1024 -print_final_stats=1 \
		-artifact_prefix="build/corpus/$name-" "build/corpus/$name" $seeds >"$log" 2>&1
	echo "code $?" >>"$log"
}
export -f one
printf '%s\n' "$@" | xargs -P "$(nproc)" -I{} bash -c 'one "$0" "$1"' "$seconds" {}
passed=0 failed=0
for f in "$@"; do
	name=$(basename "$f") log=build/corpus/$(basename "$f").log
	if [ "$(tail -n 1 "$log")" = "code 0" ]; then
		echo "ok  $name: $(sed -n 's/stat::number_of_executed_units: *//p' "$log") inputs"
		passed=$((passed + 1))
	else
		echo "--- $name"
		grep -vE '^(#[0-9]|stat::|INFO|\s*NEW_FUNC|==[0-9]+==WARNING.*symbolizer|0x[0-9a-f]+  \()' "$log" |
			cut -c1-2000 | tail -60 # last stands the input, as Base64
		failed=$((failed + 1))
	fi
done
echo "$passed passed, $failed failed"
[ "$failed" -eq 0 ]
