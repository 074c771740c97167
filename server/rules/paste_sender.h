/* paste_sender: the lines with a name and a time that chats put between what people wrote. */
#ifndef RULES_PASTE_SENDER_H
#define RULES_PASTE_SENDER_H

#include <stdbool.h>

/*
 * `王强 2026/11/20 10:32:05`, `昨天 下午3:20`, `[10:32] 王强:`, `—— 2026-11-20 ——`; and `王强
 * 10:32` if it stands alone: the first line, or a blank one before it, so that `会议改到 10:30` in
 * a story stays.
 */
bool paste_sender_is(const char *line, const char *end, bool alone);

#endif
