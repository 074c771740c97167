/* paste_list: the numbers and bullets of lists, in all the ways that people type them. */
#ifndef RULES_PASTE_LIST_H
#define RULES_PASTE_LIST_H

#include "rules/paste_marks.h"

/* 1. 2、 3) （4） ⑤ 6️⃣ 七、 第八点： at p; fills type, number, style and len. */
bool paste_list_number(const char *p, const char *end, bool line_start, struct paste_mark *m);

/* Only the kinds that need no mark behind them: ⑤ and （4）. */
bool paste_list_closed(const char *p, const char *end, struct paste_mark *m);

/* - • ✅ 👉 ## … at p; fills type, style, len, and the kind that ✅ or ❌ hints at. */
bool paste_list_bullet(const char *p, const char *end, struct paste_mark *m);

#endif
