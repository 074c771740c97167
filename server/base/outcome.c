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
