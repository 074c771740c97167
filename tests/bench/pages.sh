#!/bin/bash
# pages.sh: what pages cost at SMALL and at BIG points, in one run. The organisation is the same and only its history
# longer, so each page shows as many rows: it may take 1.5 times as long, and no more. Exit 1 if one takes longer.
#   BIG=1000000 SMALL=10000 ROUNDS=50 make pages
#   tests/bench/pages.sh [FOLDER to keep the databases in]; by make, with LIBS
cd "$(dirname "$0")/../.." || exit 2
dir=${1:-${KEEP:-$(mktemp -d)}} big=${BIG:-1000000} small=${SMALL:-10000} most=1.5
mkdir -p "$dir" build/bench
[ -n "$1$KEEP" ] || trap 'rm -rf "$dir"' EXIT
read -ra libs <<<"${LIBS:?run it by make pages} -ldl"
# shellcheck disable=SC2086
${CC:-cc} -std=gnu11 -D_GNU_SOURCE -O2 -g -Iserver -Ibuild/gen -o build/bench/pages tests/bench/pages.c \
	build/{base,doors,store,rules,views,web,pages}/*.o build/embedded.o "${libs[@]}" || exit 2
for size in $small $big; do
	build/bench/pages "$dir/pages.$size" "$size" "${ROUNDS:-50}" >"$dir/took.$size" || exit 2
done
paste "$dir/took.$small" "$dir/took.$big" | awk -F '\t' -v most=$most -v small="$small" -v big="$big" '
	BEGIN { printf "%-32s %10s %10s %7s %7s   median, and 9 of 10, ms; bytes\n", "", small, big, "times", "" }
	{
		times = $2 > 0 ? $6 / $2 : 0
		missed = missed || times > most
		printf "%-32s %10.2f %10.2f %7.2f %7s   %.2f %.2f; %d %d\n", $1, $2, $6, times, (times > most ? "MISSED" : "kept"), $3, $7, $4, $8
	}
	END { exit missed }'
