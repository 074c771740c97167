/* destination: what the pages show of where bulletins go besides. Never an address or a secret. */
#ifndef VIEWS_DESTINATION_H
#define VIEWS_DESTINATION_H

#include "base/outcome.h"
#include "chrome.h"
#include "doors/json.h"
#include "store/destination.h"
#include "unit.h"

struct destination_line {
	const struct destination *d;
	const char *kind;    /* in the viewer's language */
	const char *host;    /* of its address: the rest holds a key */
	const char *sent_on; /* NULL: nothing arrived yet */
	const char *next_on; /* when what waits is tried; NULL: nothing waits */
	const char *error;   /* NULL: none */
};
struct destination_lines {
	struct destination_line *items;
	size_t count, room;
};
struct destination_list_view {
	const struct chrome *chrome;
	struct destination_lines lines;
};

struct destination_kind_choice {
	enum destination_kind kind;
	const struct destination_words *words;
	bool on;
};
struct destination_kind_choices {
	struct destination_kind_choice *items;
	size_t count, room;
};
struct destination_form_view {
	const struct chrome *chrome;
	struct destination d;         /* as typed, or as it is */
	struct destination_line line; /* d NULL: it is new */
	struct destination_kind_choices kinds;
	struct unit_choices units;
	const char *made;  /* a secret that is shown once; NULL */
	const char *typed; /* the address that was refused; "" */
	struct faults faults;
};

const char *destination_host(struct arena *a, const char *url);
void destination_json(struct json_writer *j, const struct destination_line *l);

#endif
