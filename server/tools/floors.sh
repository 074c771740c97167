#!/bin/bash
# floors.sh: what STYLE.md promises and grep can see. Prints each breach as FILE:LINE: words; exit 1 if any.
cd "$(dirname "$0")/../.." || exit 2
floors=(base doors store rules views web)
found=0
breach() { # each line of input is FILE:LINE:text; comments do not count
	local at
	while IFS= read -r at; do
		[[ ${at#*:*:} =~ ^[[:space:]]*(/?\*|//) ]] && continue
		found=1
		echo "$(cut -d: -f1,2 <<<"$at"): $1"
	done
}
look() { grep -rnE --include='*.[ch]' "$@" 2>/dev/null; }

# Floors: a file includes its own folder and those below it.
for ((i = 0; i < ${#floors[@]}; i++)); do
	above=$(IFS='|'; echo "${floors[*]:i+1}")
	[ -n "$above" ] || continue
	breach "a higher floor is included" < <(look "#include \"(\.\./)*($above)/" "server/${floors[i]}")
done
breach "pages are shown by web/ only" < <(look '#include "templates.h"' server | grep -v '^server/web/')

# Doors: one library, one door.
while read -r header doors; do
	breach "<$header> belongs to $doors" < <(look "#include <$header>" server | grep -vE "^server/($doors)")
done <<'END'
sqlite3.h doors/(db|txn|tokenizer|rank)
microhttpd.h doors/http
cmark[a-z_-]*.h doors/markdown
jansson.h (doors/json|views/|web/)
yaml.h doors/yaml
csv.h doors/csv
sodium.h doors/secret
utf8proc.h (doors/tokenizer|tools/)
zlib.h doors/
curl/.* doors/(web_out|mail_out)
iconv.h doors/
sys/socket.h doors/
END

upper=(server/store server/rules server/views server/web server/*.c)
breach "memory above the doors is the arena's" \
	< <(look '\b(malloc|calloc|realloc|free|v?asprintf|strn?dup) ?\(' "${upper[@]}")
breach "only rules/ and store/ hold a transaction" \
	< <(look '#include "(\.\./)?(doors/)?txn.h"' server | grep -vE '^server/(rules|store|doors)/')
breach "only rules/ begins a transaction" < <(look '\bTXN\(' server | grep -vE '^server/(rules|doors)/')
breach "SQL stands in store/" < <(look '\bSQL\(' server | grep -vE '^server/(store|doors)/')
breach "only the Markdown door and views/ make safe HTML" \
	< <(look '\(struct safe\) ?\{' server | grep -vE '^server/(doors/markdown|views/html)')
breach "only views/ make addresses" < <(look '\(struct url\) ?\{' server | grep -vE '^server/views/')
breach "left over" < <(look -w 'TODO|FIXME|XXX' server tests | sed 's/^\([^:]*:[0-9]*:\).*/\1/')

# Files of at most 300 lines, functions of at most 60.
mapfile -t sources < <(find server tests -name '*.[ch]')
breach "a subject is hiding in this file: over 300 lines" \
	< <(wc -l "${sources[@]}" | awk '$1 > 300 && $2 != "total" { print $2 ":" $1 ":" }')
breach "a function over 60 lines" \
	< <(awk '/^\{/ { from = FNR } /^\}/ && from { if (FNR - from > 61) print FILENAME ":" from ":"; from = 0 }' "${sources[@]}")
exit $found
