#!/bin/bash
# pages.sh: what pages cost at SMALL and at BIG points, in one run. The organisation is the same and only its history
# longer, so each page shows as many rows: it may take 1.5 times as long, and no more. Exit 1 if one takes longer.
#   BIG=1000000 SMALL=10000 ROUNDS=50 make pages
#   tests/bench/pages.sh [FOLDER to keep the databases in]; by make, with LIBS
cd "$(dirname "$0")/../.." || exit 2
dir=${1:-${KEEP:-$(mktemp -d)}} big=${BIG:-1000000} small=${SMALL:-10000}
mkdir -p "$dir" build/bench
[ -n "$1$KEEP" ] || trap 'rm -rf "$dir"' EXIT
read -ra libs <<<"${LIBS:?run it by make pages} -ldl"
# shellcheck disable=SC2086
${CC:-cc} -std=gnu11 -D_GNU_SOURCE -O2 -g -Iserver -Ibuild/gen -o build/bench/pages tests/bench/pages.c \
	build/{base,doors,store,rules,views,web,pages}/*.o build/embedded.o "${libs[@]}" || exit 2
build/bench/pages "$dir" "$small" "$big" "${ROUNDS:-50}"
