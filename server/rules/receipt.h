/* receipt: opening a bulletin, and signing for it. */
#ifndef RULES_RECEIPT_H
#define RULES_RECEIPT_H

#include "store/bulletin.h"
#include "store/receipt.h"
#include "work.h"

enum outcome receipt_opened(struct work *w, struct bulletin_id id); /* by the viewer; once */
/* NOT_FOUND: not issued. DONE also for whom it was not meant (they came later): nothing is kept. */
enum outcome receipt_signed(struct work *w, struct bulletin_id id);

#endif
