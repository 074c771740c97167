#include "control_wire.h"

#include <errno.h>
#include <poll.h>
#include <string.h>
#include <sys/socket.h>
#include <time.h>

enum { MAGIC = 0x31425254 }; /* TRB1 */

static int64_t milliseconds(void)
{
	struct timespec t;
	clock_gettime(CLOCK_MONOTONIC, &t);
	return (int64_t)t.tv_sec * 1000 + t.tv_nsec / 1000000;
}

int64_t control_wire_deadline(int seconds)
{
	return milliseconds() + (int64_t)seconds * 1000;
}

/* Until the socket is ready; false if the time is over or stop was called. */
static bool wait_for(struct control_wire w, short events)
{
	for (;;) {
		int64_t left = w.deadline - milliseconds();
		if (left <= 0)
			return false;
		struct pollfd fds[] = { { w.fd, events, 0 }, { w.stop, POLLIN, 0 } };
		int n = poll(fds, 2, left > 1000 ? 1000 : (int)left);
		if (n < 0 && errno != EINTR)
			return false;
		if (n > 0 && fds[1].revents)
			return false;
		if (n > 0 && fds[0].revents)
			return true;
	}
}

static bool read_all(struct control_wire w, void *to, size_t len)
{
	for (char *p = to; len;) {
		ssize_t got = recv(w.fd, p, len, MSG_DONTWAIT);
		if (got > 0) {
			p += got;
			len -= (size_t)got;
		} else if (got == 0 || (errno != EAGAIN && errno != EINTR))
			return false;
		else if (!wait_for(w, POLLIN))
			return false;
	}
	return true;
}

static bool send_all(struct control_wire w, const void *from, size_t len)
{
	for (const char *p = from; len;) {
		ssize_t put = send(w.fd, p, len, MSG_DONTWAIT | MSG_NOSIGNAL);
		if (put >= 0) {
			p += put;
			len -= (size_t)put;
		} else if (errno != EAGAIN && errno != EINTR)
			return false;
		else if (!wait_for(w, POLLOUT))
			return false;
	}
	return true;
}

bool control_wire_send_call(struct control_wire w, const struct control_call *call)
{
	size_t bytes = 0;
	for (int i = 0; i < call->argc; i++)
		bytes += strlen(call->argv[i]) + 1;
	if (call->argc < 1 || call->argc > CONTROL_WORDS_MAX || bytes > CONTROL_WORDS_BYTES ||
		call->input_len > CONTROL_BYTES_MAX)
		return false;
	uint32_t head[] = { MAGIC, (uint32_t)call->argc, (uint32_t)bytes,
		(uint32_t)call->input_len };
	if (!send_all(w, head, sizeof head))
		return false;
	for (int i = 0; i < call->argc; i++) {
		if (!send_all(w, call->argv[i], strlen(call->argv[i]) + 1))
			return false;
	}
	return send_all(w, call->input, call->input_len);
}

/* The words come as one block, each closed by a zero byte; there must be exactly so many. */
static bool split_words(struct control_call *call, int argc, const char *block, size_t bytes)
{
	call->argv = ARENA_MANY(call->arena, const char *, argc + 1);
	const char *end = block + bytes;
	for (call->argc = 0; call->argc < argc && block < end; block += strlen(block) + 1)
		call->argv[call->argc++] = block;
	return call->argc == argc && block == end;
}

bool control_wire_read_call(struct control_wire w, struct control_call *call)
{
	uint32_t head[4];
	if (!read_all(w, head, sizeof head))
		return false;
	size_t words = head[2], input = head[3];
	if (head[0] != MAGIC || head[1] < 1 || head[1] > CONTROL_WORDS_MAX || words < head[1] ||
		words > CONTROL_WORDS_BYTES || input > CONTROL_BYTES_MAX)
		return false;
	char *block = arena_alloc(call->arena, words);
	char *given = arena_alloc(call->arena, input + 1);
	if (!read_all(w, block, words) || block[words - 1] || !read_all(w, given, input))
		return false;
	call->input = given;
	call->input_len = input;
	return split_words(call, (int)head[1], block, words);
}

bool control_wire_send_answer(struct control_wire w, struct control_call *call)
{
	if (call->out.len > CONTROL_BYTES_MAX || call->err.len > CONTROL_BYTES_MAX) {
		call->out = call->err = out_new(call->arena);
		out_text(&call->err, "the answer is larger than 64 MB\n");
		call->status = 1;
	}
	uint32_t head[] = { MAGIC, (uint32_t)call->status, (uint32_t)call->out.len,
		(uint32_t)call->err.len };
	return send_all(w, head, sizeof head) && send_all(w, call->out.data, call->out.len) &&
	       send_all(w, call->err.data, call->err.len);
}

static bool read_text(struct control_wire w, struct out *o, size_t len)
{
	char *bytes = arena_alloc(o->arena, len + 1);
	if (!read_all(w, bytes, len))
		return false;
	out_bytes(o, bytes, len);
	return true;
}

bool control_wire_read_answer(struct control_wire w, struct control_call *call)
{
	uint32_t head[4];
	if (!read_all(w, head, sizeof head) || head[0] != MAGIC || head[2] > CONTROL_BYTES_MAX ||
		head[3] > CONTROL_BYTES_MAX)
		return false;
	call->status = (int)head[1];
	return read_text(w, &call->out, head[2]) && read_text(w, &call->err, head[3]);
}
