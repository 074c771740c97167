#!/bin/bash
# The floor check finds what it is there to find: each breach is planted in a tree of its own.
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
plant() { # name, file, line, words it must be reported with, content
	rm -rf "$dir/tree"
	mkdir -p "$dir/tree/server/tools" "$dir/tree/tests" "$(dirname "$dir/tree/$2")"
	cp server/tools/floors.sh "$dir/tree/server/tools/"
	printf "$5" >"$dir/tree/$2"
	"$dir/tree/server/tools/floors.sh" >"$dir/said" 2>&1
	local code=$?
	if [ "$4" = nothing ]; then
		[ $code -eq 0 ] && [ ! -s "$dir/said" ]
	else
		[ $code -eq 1 ] && grep -qF "$2:$3: $4" "$dir/said"
	fi && echo "ok - $1" && return
	echo "not ok - $1"
	sed 's/^/# /' "$dir/said"
}

plant "a higher floor" server/base/a.c 2 "a higher floor" '\n#include "doors/db.h"\n'
plant "a higher floor by way of .." server/store/a.c 1 "a higher floor" '#include "../web/visit.h"\n'
plant "the floor below is free" server/web/a.c 0 nothing '#include "store/point.h"\n#include "templates.h"\n'
plant "pages elsewhere" server/rules/a.c 1 "pages are shown by web/ only" '#include "templates.h"\n'
plant "a second door to SQLite" server/store/a.c 1 "<sqlite3.h> belongs to" '#include <sqlite3.h>\n'
plant "a second door to cmark" server/views/a.c 1 "<cmark[a-z_-]*.h> belongs to" '#include <cmark.h>\n'
plant "jansson in a rule" server/rules/a.c 1 "<jansson.h> belongs to" '#include <jansson.h>\n'
plant "jansson in a view is free" server/views/a.c 0 nothing '#include <jansson.h>\n'
plant "malloc above the doors" server/rules/a.c 1 "memory above" '\tchar *p = malloc(4);\n'
plant "free in main" server/main.c 1 "memory above" '\tfree(p);\n'
plant "a word like free is free" server/web/a.c 0 nothing '\tarena_free(a);\n\t/* free(p) */\n'
plant "a transaction in web" server/web/a.c 1 "only rules/ and store/ hold" '#include "doors/txn.h"\n'
plant "a transaction begun in store" server/store/a.c 1 "only rules/ begins" '\tTXN(t, w, a);\n'
plant "SQL in a rule" server/rules/a.c 1 "SQL stands in store/" '\tq = db_ask(db, SQL("SELECT 1"));\n'
plant "safe HTML made in web" server/web/a.c 1 "only the Markdown door" '\treturn (struct safe){ s };\n'
plant "an address made in web" server/web/a.c 1 "only views/ make addresses" '\treturn (struct url){ s };\n'
plant "a long file" server/web/a.c 301 "a subject is hiding" "$(printf '\\n%.0s' {1..301})"
plant "a long function" tests/a.c 2 "a function over 60 lines" "int f(void)\n{\n$(printf '\\n%.0s' {1..61})}\n"
plant "a note left over" server/web/a.c 1 "left over" "\t/* x */ f(); /* TODO */\n"
