#!/bin/bash
# engines.sh: builds ours and the peers into build/bench. Sourced; needs LIBS (make says it) and Debian's g++,
# libxapian-dev and libgroonga-dev; a peer whose library is not there is left out.
engines=(ours)
read -ra libs <<<"${LIBS:?run it by make quality or make speed} -ldl"
mkdir -p build/bench
c="${CC:-cc} -std=gnu11 -D_GNU_SOURCE -O2 -g -Iserver -Ibuild/gen"
for program in ours search; do
	$c -o build/bench/$program tests/bench/$program.c build/{base,doors,store,rules,views,web,pages}/*.o build/embedded.o \
		"${libs[@]}" || exit 2
done
if pkg-config --exists xapian-core; then
	# shellcheck disable=SC2046
	${CXX:-g++} -O2 -o build/bench/xapian tests/bench/xapian.cc $(pkg-config --cflags --libs xapian-core) && engines+=(xapian)
fi
if pkg-config --exists groonga; then
	# shellcheck disable=SC2046
	$c -o build/bench/groonga tests/bench/groonga.c $(pkg-config --cflags --libs groonga) && engines+=(groonga)
fi
