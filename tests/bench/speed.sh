#!/bin/bash
# speed.sh: how long a search takes at 100,000 points and at N, beside Xapian and Groonga on the same texts with the same
# queries, in one run. Ours first with everything (scope, facets, snippets, as headquarters and as a rep: search.c), then
# as one of the engines. Times are the thread's own, in milliseconds.
#   N=1000000 make speed
#   SIZES="100000 1000000" ROUNDS=200 tests/bench/speed.sh [FOLDER to keep the databases in]; by make, with LIBS
cd "$(dirname "$0")/../.." || exit 2
. tests/bench/engines.sh
dir=${1:-$(mktemp -d)}
mkdir -p "$dir"
[ -n "$1" ] || trap 'rm -rf "$dir"' EXIT
for size in ${SIZES:-100000 ${N:-300000}}; do
	echo "== $size points"
	DOCS="$dir/docs.$size" QUERIES="$dir/queries.$size" build/bench/search "$dir/db.$size" "$size" "${ROUNDS:-200}" || exit 2
	for engine in "${engines[@]}"; do
		[ "$engine" = ours ] && continue # measured above, with more to do
		echo "-- $engine"
		build/bench/$engine "$dir/$engine.$size" "$dir/docs.$size" "$dir/queries.$size" "$dir/$engine.$size.run" || exit 2
		du -sm "$dir/$engine.$size" | awk '{ print $1 " MB on disk, texts among them" }'
	done
done
