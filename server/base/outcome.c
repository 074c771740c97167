#include "outcome.h"

#include "list.h"
#include "text.h"

void fault_add(struct faults *f, const char *field, const char *message)
{
	*LIST_ADD(f->arena, f) = (struct fault){ .field = field, .message = message };
}

void fault_add_at(struct faults *f, int line, int column, const char *message)
{
	*LIST_ADD(f->arena, f) =
		(struct fault){ .line = line, .column = column, .message = message };
}

const char *fault_of(const struct faults *f, const char *field)
{
	LIST_EACH (const struct fault, one, f)
		if (one->field && text_same(one->field, field))
			return one->message;
	return NULL;
}

void fault_sort(struct faults *f, size_t from)
{
	for (size_t i = from + 1; i < f->count; i++) {
		struct fault one = f->items[i];
		size_t to = i;
		for (; to > from; to--) {
			const struct fault *before = &f->items[to - 1];
			if (before->line < one.line ||
				(before->line == one.line && before->column <= one.column))
				break;
			f->items[to] = *before;
		}
		f->items[to] = one;
	}
}
