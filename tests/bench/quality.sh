#!/bin/bash
# quality.sh: nDCG@10 and MRR of our search beside Xapian and Groonga, on the same documents and judged queries, in one
# run. The set is made by rule, not by hand, out of public Chinese text and the sample organisation: judged.mjs says how.
# It wants the packages libreoffice-help-zh-cn, debian-reference-zh-cn, debian-faq-zh-cn and manpages-zh; the peers want
# libxapian-dev and libgroonga-dev. Lucene (liblucene8-java) would want a JDK and is left
# out. Exit 1 if ours is not 0.04 ahead of the better peer. tests/ranking_test.c holds the sample's part from below.
cd "$(dirname "$0")/../.." || exit 2
. tests/bench/engines.sh
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
node tests/bench/judged.mjs "$dir" || exit 2
runs=()
for engine in "${engines[@]}"; do
	build/bench/$engine "$dir/$engine" "$dir/docs.tsv" "$dir/queries.tsv" "$dir/$engine.run" >/dev/null || exit 2
	runs+=("$dir/$engine.run")
done
if [ -d "$dir/xapian" ]; then # as its own parser reads the query, too
	OPERATOR=or build/bench/xapian "$dir/xapian" "$dir/docs.tsv" "$dir/queries.tsv" "$dir/xapian-parser.run" >/dev/null
	runs+=("$dir/xapian-parser.run")
fi
node tests/bench/score.mjs "$dir" "${runs[@]}"
