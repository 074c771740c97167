/* receipt: opening a bulletin, and signing for it. */
#ifndef RULES_RECEIPT_H
#define RULES_RECEIPT_H

#include "store/bulletin.h"
#include "store/receipt.h"
#include "work.h"

enum outcome receipt_opened(struct work *w, struct bulletin_id id); /* by the viewer; once */
/* NOT_FOUND: not issued. DONE also for whom it was not meant (they came later): nothing is kept. */
enum outcome receipt_signed(struct work *w, struct bulletin_id id);

/* Reminds those who had it for the setting's working days and have not signed: once each, in their
 * inbox (and so in their e-mail, where they want that). For the clock; some at a time, true: there
 * may be more. */
bool receipt_remind_due(struct work *w);

#endif
