#!/bin/bash
# The program is built so that a mistake in it is hard to use: what the file itself says, by readelf.
program=${B:-build}/tributary
is() { # name, what readelf was asked, pattern
	if readelf -W "$2" "$program" | grep -qE "$3"; then echo "ok - $1"; else echo "not ok - $1"; fi
}
is "the program can be loaded anywhere" -h 'Type: +DYN'
is "it is a program, not a library" -d 'FLAGS_1.*PIE'
is "every symbol is bound before main" -d 'FLAGS_1.*NOW'
is "what is bound can no longer be written" -l 'GNU_RELRO'
is "the stack is not for running" -l 'GNU_STACK +[^E]* RW +0x'
[ -n "$SAN" ] && exit # sanitizers bring their own guards
is "stacks are guarded" --dyn-syms '__stack_chk_fail'
is "copies are measured" --dyn-syms '__(mem|str|v?sn?)[a-z]+_chk'
