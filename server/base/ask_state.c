#include "ask_state.h"

static const char *const names[ASK_STATES] = {
	[ASK_OPEN] = "open",
	[ASK_ANSWERED] = "answered",
	[ASK_CONFIRMED] = "confirmed",
	[ASK_CLOSED] = "closed",
	[ASK_WITHDRAWN] = "withdrawn",
};

const char *ask_state_name(enum ask_state s)
{
	return names[s];
}
