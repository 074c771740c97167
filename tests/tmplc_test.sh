#!/bin/bash
# Templates that must work (*.good: the page, then what it gives) and that must not (*.bad: the first line says
# at which line, and with which words; by tmplc or by the C compiler).
B=${B:-build} CC=${CC:-cc}
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
flags="-std=gnu11 -D_GNU_SOURCE -Wall -Wextra -Werror -Iserver -Itests/tmplc -I$dir $SAN"
say() { # 0 if it went well, then the name and what to show otherwise
	[ "$1" -eq 0 ] && echo "ok - $2" && return
	echo "not ok - $2"
	sed 's/^/# /' "$3"
}

make_c() { build/tools/tmplc -h "$1" >"$dir/templates.h" && build/tools/tmplc "$1" >"$dir/page.c"; }

for f in tests/tmplc/*.good; do
	sed '/^{# gives #}$/,$d' "$f" >"$dir/page.html"
	sed '1,/^{# gives #}$/d' "$f" >"$dir/expected"
	{ make_c "$dir/page.html" && $CC $flags -o "$dir/page" "$dir/page.c" tests/tmplc/good_main.c "$B"/base/*.o \
		"$B/views/html.o" "$B/doors/i18n.o" "$B/embedded.o" -lm && "$dir/page" >"$dir/got" &&
		diff "$dir/expected" "$dir/got"; } >"$dir/log" 2>&1
	say $? "$f" "$dir/log"
done
for f in tests/tmplc/*.bad; do
	line=$(sed -n '1s/{# \([0-9]*\): .*/\1/p' "$f")
	words=$(sed -n '1s/{# [0-9]*: \(.*\) #}/\1/p' "$f")
	{ make_c "$f" && $CC $flags -fsyntax-only "$dir/page.c"; } >"$dir/log" 2>&1 && echo "it was accepted" >>"$dir/log"
	[ -n "$words" ] && grep -qF "$f:$line:" "$dir/log" && grep -qF -- "$words" "$dir/log"
	say $? "$f" "$dir/log"
done
