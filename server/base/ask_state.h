/* ask_state: how far an ask has come. */
#ifndef BASE_ASK_STATE_H
#define BASE_ASK_STATE_H

enum ask_state { ASK_OPEN, ASK_ANSWERED, ASK_CONFIRMED, ASK_CLOSED, ASK_WITHDRAWN };
#define ASK_STATES 5

const char *ask_state_name(enum ask_state s); /* "open", "answered" …: in the API */

#endif
