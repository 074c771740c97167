/*
 * place: where in the HTML a template is, character by character, and what may be printed there.
 * The tokenizer of the HTML standard, with less patience: what it would forgive, this refuses.
 */
#ifndef TOOLS_PLACE_H
#define TOOLS_PLACE_H

enum where {
	TEXT,
	OPEN, /* behind a < */
	TAG_NAME,
	TAG, /* between attributes */
	NAME,
	VALUE_NEXT, /* behind a = */
	VALUE,
	NAME_ENDS, /* a {% word %} came behind a name: a blank or > must follow */
	DECLARATION,
	COMMENT,
	RAW, /* in script or style */
};

struct place {
	enum where where;
	enum { PLAIN, ADDRESS, LITERAL, REFUSED } kind; /* of the attribute */
	/* What the address holds: nothing; a lone /; what parts may follow; what no part may
	 * follow. */
	enum { START, SLASH, PARTS, FIXED } phase;
	char quote;      /* around the value */
	char name[32];   /* of the attribute; while it is read, of the tag */
	char tag[32];    /* the tag we are in; begins with / if it closes */
	char inside[16]; /* the script, style, textarea, title or pre that is open, or "" */
};

void place_step(struct place *here, const char *at); /* over the character *at of the source */
void place_word(struct place *here);                 /* at a {% word %} */
const char *place_printer(struct place *here);       /* at {{ }}: the macro that prints there */

/* Two ways through the template that meet; they must stand at the same place. */
struct place place_meet(struct place a, struct place b);

#endif
