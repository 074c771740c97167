/* What the headquarters types into a bulletin, saved together. */
#include <string.h>

#include "base/list.h"
#include "base/text.h"
#include "bulletin_inner.h"
#include "doors/i18n.h"
#include "doors/markdown.h"

static const char *clean(struct work *w, const char *field, const char *typed)
{
	size_t len = strlen(typed);
	const char *text = text_trim(w->arena, text_unix_lines(w->arena, typed, &len));
	switch (markdown_check(text, strlen(text), MARKDOWN_POINT_LIMIT, NULL, NULL)) {
	case MARKDOWN_OK:
		break;
	case MARKDOWN_TOO_LONG:
		fault_add(&w->faults, field, _("Shorten it: at most 32 KB."));
		break;
	case MARKDOWN_TOO_DEEP:
		fault_add(&w->faults, field, _("Take some levels of lists and quotes away."));
		break;
	case MARKDOWN_NOT_UTF8:
	case MARKDOWN_PRIVATE_USE:
		fault_add(&w->faults, field,
			_("There are characters in it that cannot be kept. Type them anew."));
		break;
	}
	return text;
}

/* One line of at most so many characters. */
static const char *line(struct work *w, const char *field, const char *typed, size_t most)
{
	const char *text = text_trim(w->arena, typed);
	if (text_runes(text) > most)
		fault_add(&w->faults, field,
			arena_format(w->arena, _("Shorten it to %ld characters."), (long)most));
	if (text_forbidden_at(text, strlen(text)) < strlen(text))
		fault_add(&w->faults, field,
			_("There are characters in it that cannot be kept. Type them anew."));
	return text;
}

/* What was typed, checked and rendered before the transaction. */
struct typed {
	const char *title, *frame, *rules, *frame_html, *rules_html;
	struct bulletin_comments comments;
};

static struct typed read_typed(struct work *w, const struct bulletin_edit *e)
{
	struct typed in = { 0 };
	const struct bulletin_comments *said = e->carries ? e->carries : &e->comments;
	if (e->title) {
		in.title = line(w, "title", e->title, BULLETIN_TITLE_RUNES);
		if (!*in.title)
			fault_add(&w->faults, "title", _("Give it a title."));
	}
	if (e->frame)
		in.frame = clean(w, "frame", e->frame);
	if (e->rules)
		in.rules = clean(w, "rules", e->rules);
	LIST_EACH (const struct bulletin_comment, c, said)
		*LIST_ADD(w->arena, &in.comments) = (struct bulletin_comment){ c->kind, c->noun,
			line(w, "comment", c->text, BULLETIN_COMMENT_RUNES) };
	if (w->faults.count)
		return in;
	in.frame_html = in.frame ? markdown_html(w->arena, in.frame, NULL).html : NULL;
	in.rules_html = in.rules ? markdown_html(w->arena, in.rules, NULL).html : NULL;
	return in;
}

static bool is_in(const struct bulletin_comments *all, const struct bulletin_piece *p)
{
	LIST_EACH (const struct bulletin_comment, c, all)
		if (c->kind == p->kind && c->noun == p->noun)
			return true;
	return false;
}

/* What is not named goes; what is new comes by the same rule as one by one. */
static void drop_others(struct work *w, struct txn *t, struct bulletin_id id,
	const struct bulletin_comments *carries)
{
	struct bulletin_pieces old = bulletin_items(t->db, w->who, id);
	LIST_EACH (const struct bulletin_piece, p, &old)
		if (!is_in(carries, p))
			bulletin_item_drop(t, id, p->kind, p->noun);
}

static enum outcome write(
	struct work *w, const struct bulletin_edit *e, const struct typed *in, struct txn *t)
{
	const struct bulletin *old;
	enum outcome outcome = bulletin_open_to(w, t->db, e->id, &old);
	if (outcome != DONE)
		return outcome;
	if (e->base_version >= 0 && e->base_version != old->version) {
		fault_add(&w->faults, NULL,
			_("Somebody, perhaps you on another device, changed this meanwhile. Look "
			  "at it, and type your change again."));
		return STALE;
	}
	struct bulletin b = *old;
	b.title = in->title ? in->title : old->title;
	if (in->frame) {
		b.frame_md = in->frame;
		b.frame_html = in->frame_html;
	}
	if (in->rules) {
		b.rules_md = in->rules;
		b.rules_html = in->rules_html;
	}
	if (e->publish_at >= 0 && !old->edition)
		b.publish_at = e->publish_at;
	bulletin_change(t, &b, w->who->person, w->now);
	if (e->carries)
		drop_others(w, t, e->id, e->carries);
	LIST_EACH (const struct bulletin_comment, c, &in->comments) {
		outcome = e->carries ? bulletin_take(w, t, e->id, c->kind, c->noun) : DONE;
		if (outcome != DONE)
			return outcome;
		bulletin_item_comment(t, e->id, c->kind, c->noun, c->text);
		if (e->carries)
			bulletin_item_place(t, e->id, c->kind, c->noun, c - in->comments.items);
	}
	return DONE;
}

enum outcome bulletin_save(struct work *w, const struct bulletin_edit *e)
{
	if (!bulletin_may_write(w->db, w->who))
		return bulletin_edition_get(w->db, e->id, 0) ? FORBIDDEN : NOT_FOUND;
	struct typed in = read_typed(w, e);
	if (w->faults.count)
		return INVALID;
	TXN(t, w->writer, w->arena);
	enum outcome outcome = write(w, e, &in, &t);
	if (outcome != DONE)
		return outcome;
	return txn_commit(&t) ? DONE : BROKEN;
}
