/*
 * redact: takes a customer's data (a name, a number: a literal text) out of everything: all
 * versions of reflections, points, syntheses, stories and bulletins, drafts, reasons, the search
 * index, and so out of every export to come. In its place stands REDACTED. By administrators, who
 * need not and do not see what it stands in; logged without the text.
 *
 * What the search index still holds of it in older pieces goes within minutes, see erase.h.
 * Copies made before (backups, files taken away) still hold it. Other spellings are other texts.
 */
#ifndef RULES_REDACT_H
#define RULES_REDACT_H

#include "store/redact.h"
#include "work.h"

#define REDACTED         "▇▇"
#define REDACT_MIN_RUNES 2
#define REDACT_MAX_RUNES 200

/*
 * In how many texts it stands. INVALID with a fault on "text": too short or long, more than one
 * line, the name of an accepted topic, or words that reflections need to be read (经验 …).
 */
enum outcome redact_look(struct work *w, const char *text, struct redact_places *places);
enum outcome redact_apply(struct work *w, const char *text, struct redact_places *places);
int64_t redact_total(const struct redact_places *p);

#endif
