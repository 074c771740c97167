#!/bin/bash
# words.sh pot FILE SOURCE…   collects what the sources say into FILE
# words.sh check FILE PO…     every word of FILE has its Chinese, once, and surely; unused entries are only listed
what=$1 pot=$2
shift 2
if [ "$what" = pot ]; then
	exec xgettext --language=C --from-code=UTF-8 --sort-by-file --package-name=Tributary --no-wrap \
		-k -k_ -kN_ -kn_:1,2 -kc_:1c,2 -o "$pot" "$@"
fi
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
bad=0
list() { # title: entries on standard input, as FILE:LINE: "words"
	local entries
	entries=$(awk -v title="$1" '/^#: / { at = $2 } /^msgctxt / { sub(/^msgctxt /, ""); at = at " [" $0 "]" }
		/^msgid "/ { sub(/^msgid /, ""); id = $0; in_id = 1; next }
		/^"/ && in_id { id = substr(id, 1, length(id) - 1) substr($0, 2); next }
		/^(msgid_plural|msgstr)/ { if (id != "\"\"" && id != "") print (at == "" ? "po" : at) ": " title ": " id; id = ""; at = ""; in_id = 0 }')
	[ -n "$entries" ] && echo "$entries"
}
msgcat --use-first --no-wrap -o "$dir/zh.po" "$@" || exit 1
msgmerge -q --no-fuzzy-matching --no-wrap -o "$dir/merged.po" "$dir/zh.po" "$pot" || exit 1
list "no Chinese for" < <(msgattrib --untranslated --no-obsolete --no-wrap "$dir/merged.po") && bad=1
list "not sure of the Chinese for" < <(msgattrib --only-fuzzy --no-obsolete --no-wrap "$dir/merged.po") && bad=1
msgcat --no-wrap "$@" | grep -n '#-#-#' >/dev/null && {
	echo "templates/po/zh: one English sentence has two translations; use c_(context, …), or make them the same:"
	msgcat --no-wrap "$@" | grep -B4 -A4 '^"#-#-#\|msgstr.*#-#-#' | grep '^msgid' | grep -v '^msgid ""' && bad=1
}
msgattrib --only-obsolete --no-wrap "$dir/merged.po" | sed -n 's/^#~ msgid /warning: nobody says /p' | grep -v 'says ""$'
exit $bad
