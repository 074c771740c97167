/* control_wire: the bytes of a control call over its socket; used by control.c alone. */
#ifndef DOORS_CONTROL_WIRE_H
#define DOORS_CONTROL_WIRE_H

#include <stdbool.h>
#include <stdint.h>

#include "control.h"

/* A nonblocking socket, until when to wait for it, and an event that breaks it off (-1: none). */
struct control_wire {
	int fd, stop;
	int64_t deadline;
};

int64_t control_wire_deadline(int seconds); /* from now */

/* Each is false if the other side hung up, was too slow, or broke the rules. Every number goes as 4
 * bytes in the machine's order: both ends are one machine. */
bool control_wire_send_call(struct control_wire w, const struct control_call *call);
bool control_wire_read_call(struct control_wire w, struct control_call *call);
bool control_wire_send_answer(struct control_wire w, struct control_call *call);
bool control_wire_read_answer(struct control_wire w, struct control_call *call);

#endif
