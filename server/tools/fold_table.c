/*
 * fold_table: writes server/base/fold_table.inc. Run by fold_table.sh, not by the build.
 *
 *	fold_table "OpenCC 1.1.5" STCharacters TSCharacters TWVariantsRev HKVariantsRev
 *
 * The fold of a character is NFKC and case folding (utf8proc), default ignorables and accents
 * dropped, then simplified (OpenCC), repeated until nothing changes. Voiced kana and Hangul stay
 * composed; fold.c composes them where the text has them in parts. Private use is dropped.
 *
 * Taiwan and Hong Kong variants first go back to the traditional form, but never where the variant
 * is itself a simplified character in daily use (么, 秘, 着 …): those classes would merge words
 * that nobody holds for the same.
 */
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <utf8proc.h>

#define RUNES 0x110000
#define MOST  18

static int simple[RUNES];         /* traditional → simplified, 0: none */
static bool simplified[RUNES];    /* a simplified character of daily use */
static int fold[RUNES][MOST + 1]; /* [0] = how many */

static bool accent(int r)
{
	return (r >= 0x300 && r <= 0x36F) || (r >= 0x1AB0 && r <= 0x1AFF) ||
	       (r >= 0x1DC0 && r <= 0x1DFF) || (r >= 0x20D0 && r <= 0x20FF) ||
	       (r >= 0xFE20 && r <= 0xFE2F) || (r >= 0x302A && r <= 0x302F) || r == 0x3099 ||
	       r == 0x309A;
}

static bool composed(int r) /* kept whole: kana, Hangul */
{
	return (r >= 0x3041 && r <= 0x30FF) || (r >= 0xAC00 && r <= 0xD7A3);
}

static int rune(const char **s)
{
	int r;
	*s += utf8proc_iterate((const unsigned char *)*s, -1, &r);
	return r;
}

static void read_pairs(const char *path, void (*pair)(int from, int to))
{
	FILE *f = fopen(path, "r");
	char line[512];
	if (!f)
		perror(path), exit(1);
	while (fgets(line, sizeof line, f)) {
		const char *p = line, *tab = strchr(line, '\t');
		int from = rune(&p);
		if (!tab || p != tab)
			continue; /* more than one character */
		for (p = tab + 1; *p && *p != '\n';) {
			int to = rune(&p);
			if (*p == ' ' || *p == '\n')
				pair(from, to);
			p += *p == ' ';
		}
	}
	fclose(f);
}

static void is_simplified(int from, int to)
{
	(void)to;
	simplified[from] = true;
}

static void simplify(int from, int to)
{
	if (!simple[from]) /* the first reading is the usual one */
		simple[from] = to;
}

static void from_variant(int from, int to)
{
	if (!simplified[from] && !simple[from] && from != to)
		simple[from] = simple[to] ? simple[to] : to;
}

static void put(int *out, int r)
{
	if (out[0] == MOST)
		fprintf(stderr, "longer than %d\n", MOST), exit(1);
	out[++out[0]] = r;
}

/* One step: NFKC with case folding, then accents off, then simplified. */
static void step(int r, int *out)
{
	int runes[64], parts[8];
	long n = utf8proc_decompose_char(r, runes, 64,
		UTF8PROC_COMPAT | UTF8PROC_DECOMPOSE | UTF8PROC_CASEFOLD | UTF8PROC_IGNORE, NULL);
	n = utf8proc_normalize_utf32(runes, n, UTF8PROC_COMPOSE | UTF8PROC_STABLE);
	for (long i = 0; i < n; i++) {
		int c = runes[i] == 0x1160 || runes[i] == 0x115F ? 0 : runes[i];
		if (c && simple[c])
			c = simple[c];
		long m = 1;
		if (composed(c))
			parts[0] = c;
		else
			m = utf8proc_decompose_char(c, parts, 8, UTF8PROC_DECOMPOSE, NULL);
		for (long j = 0; c && j < m; j++)
			if (!accent(parts[j]))
				put(out, parts[j]);
	}
}

static void fold_of(int r, int *out)
{
	int now[MOST + 1] = { 1, r };
	for (int round = 0; round < 8; round++) {
		int next[MOST + 1] = { 0 };
		for (int i = 1; i <= now[0]; i++)
			step(now[i], next);
		bool same = memcmp(now, next, sizeof(int) * (size_t)(next[0] + 1)) == 0;
		memcpy(now, next, sizeof now);
		if (same)
			break;
	}
	memcpy(out, now, sizeof now);
}

static bool private_use(int r)
{
	return (r >= 0xE000 && r <= 0xF8FF) || r >= 0xF0000;
}

static bool letter(int r)
{
	return utf8proc_category(r) >= UTF8PROC_CATEGORY_LU &&
	       utf8proc_category(r) <= UTF8PROC_CATEGORY_NO;
}

static bool self(int r)
{
	return fold[r][0] == 1 && fold[r][1] == r;
}

static bool han(int r)
{
	return (r >= 0x3400 && r <= 0x9FFF) || r >= 0x20000;
}

static int cells;

static void cell(void) /* five on a line */
{
	fputs(cells++ % 5 ? " " : "\n\t", stdout);
}

static void end(void)
{
	printf("\n};\n\n");
	cells = 0;
}

static void print_char(int r)
{
	unsigned char bytes[5] = { 0 };
	bytes[utf8proc_encode_char(r, bytes)] = 0;
	fputs((char *)bytes, stdout);
}

static void print_han(void)
{
	int n = 0;
	printf("/* Each character, then the simplified one it folds to. */\n"
	       "static const char fold_han[] =");
	for (int r = 0x80; r < RUNES; r++) {
		if (!han(r) || fold[r][0] != 1 || self(r) || !han(fold[r][1]) ||
			utf8proc_decompose_char(r, (int[8]){ 0 }, 8, UTF8PROC_DECOMPOSE, NULL) != 1)
			continue;
		if (n++ % 20 == 0)
			printf("%s\n\t\"", n > 1 ? "\"" : "");
		print_char(r);
		print_char(fold[r][1]);
		fold[r][1] = r; /* said */
	}
	printf("\";\n\n");
}

/* Runs of characters with a common distance to their fold; step 2 where upper and lower case
 * alternate. */
static void print_runs(void)
{
	printf("/* first, last, step, fold of the first: the others follow at the same distance "
	       "*/\n"
	       "static const struct fold_run fold_runs[] = {");
	for (int r = 0x80; r < RUNES; r++) {
		if (fold[r][0] != 1 || self(r))
			continue;
		int far = fold[r][1] - r, last = r, by = 1;
		for (int s = 1; s <= 2 && last == r; s++)
			for (by = s; last + s < RUNES && fold[last + s][0] == 1 &&
				     fold[last + s][1] - (last + s) == far;)
				last += s;
		cell();
		printf("{0x%x,0x%x,%d,0x%x},", (unsigned)r, (unsigned)last, last == r ? 1 : by,
			(unsigned)fold[r][1]);
		for (int c = r; c <= last; c += by)
			fold[c][1] = c;
	}
	end();
}

static void print_many(void)
{
	printf("/* how many, the character, what it folds to */\nstatic const int fold_many[] = {");
	for (int r = 0x80; r < RUNES; r++) {
		if (fold[r][0] < 2)
			continue;
		cell();
		printf("%d,0x%x,", fold[r][0], (unsigned)r);
		for (int i = 1; i <= fold[r][0]; i++)
			printf("0x%x,", (unsigned)fold[r][i]);
	}
	end();
}

static void print_ranges(const char *name, const char *what, bool (*in)(int))
{
	printf("/* %s */\nstatic const int %s[][2] = {", what, name);
	for (int r = 0x80; r < RUNES; r++) {
		if (!in(r))
			continue;
		int first = r;
		while (r + 1 < RUNES && in(r + 1))
			r++;
		cell();
		printf("{0x%x,0x%x},", (unsigned)first, (unsigned)r);
	}
	end();
}

static bool dropped(int r)
{
	return fold[r][0] == 0;
}

int main(int argc, char **argv)
{
	if (argc != 6)
		return 2;
	read_pairs(argv[2], is_simplified);
	read_pairs(argv[3], simplify);
	for (int r = 0; r < RUNES; r++) /* the fold of 麼 is in daily use */
		if (simple[r])
			simplified[simple[r]] = true;
	read_pairs(argv[4], from_variant);
	read_pairs(argv[5], from_variant);
	for (int r = 0x80; r < RUNES; r++) {
		if (private_use(r))
			fold[r][0] = 0;
		else if (r >= 0xD800 && r <= 0xDFFF)
			fold[r][0] = 1, fold[r][1] = r;
		else
			fold_of(r, fold[r]);
	}
	printf("/* Written by server/tools/fold_table.sh from Unicode %s and %s.\n"
	       " * Not edited by hand. clang-format off */\n\n",
		utf8proc_unicode_version(), argv[1]);
	print_ranges("fold_dropped", "Ignorable, accents, private use: fold to nothing.", dropped);
	print_ranges("fold_letters", "Letters, marks and digits.", letter);
	print_many();
	print_han();
	print_runs();
	return 0;
}
