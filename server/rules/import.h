/*
 * import: reflections, stories, old documents, or all that rules/export.c wrote.
 *
 * A file is what its beginning says: front matter with `title` is a story, with `unit` and `topic`
 * a synthesis, with `guide` a guide on a topic, any other a reflection (of its `author`, any week).
 * Plain text is a story; a collection (`…篇1`, `…篇2`) one story each. A file reports/DAY/LOGIN.md
 * is a daily report; what an export has beside these (remarks, asks, answers for all) is for
 * reading. Files come in the order in which things happened as far as reflections.csv and
 * rollups.csv tell, else in the order of their names, and by the rules that hold for everybody.
 *
 * Twice is once: a reflection whose week (or task) its author has with the same text, and a story
 * with a title and a text that are there, are left as they are; a reflection with another text is
 * a new version, a story with another text a new story.
 */
#ifndef RULES_IMPORT_H
#define RULES_IMPORT_H

#include "work.h"

struct import_file {
	const char *name; /* with / between folders, from where the import begins */
	const char *bytes;
	size_t len;
};
struct import_files {
	struct import_file *items;
	size_t count, room;
};

enum import_did {
	IMPORT_FAILED,
	IMPORT_UNCHANGED,
	IMPORT_REFLECTION,
	IMPORT_REPORT,
	IMPORT_STORY,
	IMPORT_SYNTHESIS,
	IMPORT_GUIDE,
	IMPORT_TABLE
};

struct import_line {
	const char *file;
	enum import_did did;
	int64_t id;           /* of what it became */
	struct faults faults; /* if it failed */
};
struct import_report {
	struct import_line *items; /* in the order in which it was done */
	size_t count, room;
	bool failed;           /* one at least */
	const char *passwords; /* login,password of each person that was added; "" */
};

/* as: whose the files without an author are, and who writes the stories; NULL: the viewer, who must
 * be the owner of the machine. NOT_FOUND: nobody is called `as`. */
enum outcome import_all(struct work *w, const struct import_files *files, const char *as,
	struct import_report *report);

#endif
