/* meeting_words: kinds, lengths, questions and results in the viewer's language. */
#ifndef RULES_MEETING_WORDS_H
#define RULES_MEETING_WORDS_H

#include <stdint.h>

#include "base/arena.h"
#include "base/meeting_kind.h"

const char *meeting_kind_word(enum meeting_kind k); /* 早会, 周会, 分享会, 任务复盘 */
const char *meeting_length_word(enum meeting_length l); /* 15 分钟, 1 小时 … */
const char *question_word(enum question q);             /* the whole question */
const char *question_hint(enum question q);             /* how an answer helps most */
const char *task_outcome_word(enum task_outcome o);
const char *step_result_word(enum step_result r);
const char *meeting_day_words(struct arena *a, int64_t day); /* 2026年11月24日 周二 */

#endif
