#!/bin/bash
# deps.sh PACKAGE…: installs those Debian packages that are missing; says nothing, and asks nobody, when none is.
# nodejs and npm are left alone where the machine has its own node and npm.
wanted=()
for p in "$@"; do
	case $p in
	nodejs) command -v node >/dev/null || wanted+=("$p") ;;
	npm) command -v npm >/dev/null || wanted+=("$p") ;;
	*) wanted+=("$p") ;;
	esac
done
if ! command -v dpkg-query >/dev/null; then
	echo "This is not Debian. Tributary needs what these packages hold: ${wanted[*]}" >&2
	exit 0
fi
have=$(dpkg-query -W -f='${binary:Package} ${db:Status-Status}\n' "${wanted[@]}" 2>/dev/null | sed -n 's/\(:[a-z0-9]*\)\? installed$//p')
missing=$(comm -23 <(printf '%s\n' "${wanted[@]}" | sort -u) <(sort -u <<<"$have"))
[ -z "$missing" ] && exit 0

root=
if [ "$(id -u)" -ne 0 ]; then
	command -v sudo >/dev/null || { echo "As root, please: apt-get install" $missing >&2; exit 1; }
	root=sudo
fi
echo "Installing:" $missing
$root apt-get update -qq
DEBIAN_FRONTEND=noninteractive $root apt-get install -y -qq --no-install-recommends $missing >/dev/null
