#!/bin/sh
# sprite.sh LIST FOLDER: one SVG with a <symbol> for each icon that LIST names; FOLDER/NAME.svg is its drawing.
# Widths of lines are left to the page's style.
echo '<svg xmlns="http://www.w3.org/2000/svg">'
while read -r name; do
	[ -f "$2/$name.svg" ] || { echo "$1: no icon is called $name" >&2; exit 1; }
	printf '<symbol id="%s" viewBox="0 0 24 24" fill="none" stroke="currentColor"' "$name"
	printf ' stroke-linecap="round" stroke-linejoin="round">'
	sed -n '/^  *</p' "$2/$name.svg" | tr -s '\n ' ' '
	echo '</symbol>'
done <"$1"
echo '</svg>'
