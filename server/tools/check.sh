#!/bin/bash
# check.sh: what can be said of the sources without running them, as lines of TAP (tests/run.sh reads it).
check() { # name, command: passes if the command does
	local name=$1 said
	shift
	if said=$("$@" 2>&1); then echo "ok - $name"; else echo "not ok - $name"; fi
	[ -z "$said" ] || sed 's/^/# /' <<<"$said"
}

formatted() {
	case $(clang-format --version) in
	*"version 14."*) ;;
	*) echo "skipped: the layout is clang-format 14's" && return ;;
	esac
	git ls-files '*.c' '*.h' | xargs clang-format --dry-run -Werror 2>&1 | grep 'error:' | sed 's/ error.*/ make fmt/' | sort -u -t: -k1,1
	[ "${PIPESTATUS[2]}" -ne 0 ]
}
lock_names_no_host() { ! grep -nE '"resolved"|https?://' package-lock.json; }
scripts_parse() {
	local f
	for f in $(git ls-files '*.sh') .ci/run; do bash -n "$f" || return 1; done
	for f in $(git ls-files '*.js' '*.mjs'); do node --check "$f" || return 1; done
}

check "floors, doors and sizes" server/tools/floors.sh
check "every word has its Chinese" server/tools/words.sh check build/gen/messages.pot templates/po/zh/*.po
check "layout is clang-format's" formatted
check "the lock file names no host" lock_names_no_host
check "the fold table is what its sources give" server/tools/fold_table.sh --check
check "the table of readings is what its source gives" server/tools/pinyin_table.sh --check
check "the list of words is what its source gives" server/tools/lexicon_table.sh --check
check "scripts parse" scripts_parse
