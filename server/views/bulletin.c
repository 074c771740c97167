#include "bulletin.h"

#include "base/list.h"
#include "base/text.h"

const char *bulletin_kind_heading(enum piece_kind kind)
{
	switch (kind) {
	case PIECE_POINT:
		return _("Worth knowing");
	case PIECE_SYNTHESIS:
		return _("What it comes to");
	case PIECE_STORY:
		return _("The story");
	case PIECE_ANSWER:
		break;
	}
	return _("Answers for all");
}

const char *bulletin_author(struct out *o, const struct bulletin_part *p)
{
	const struct bulletin_piece *x = p->piece;
	if (x->author || x->kind != PIECE_POINT)
		return x->author;
	return html_format(o, _("a member of %s"), x->team ? x->team : "");
}

struct url bulletin_noun_url(struct out *o, const struct bulletin_part *p)
{
	static const char *const places[PIECE_KINDS] = { "points", "syntheses", "stories",
		"answers-for-all" };
	return (struct url){ html_format(
		o, "/%s/%ld", places[p->piece->kind], (long)p->piece->noun) };
}

const char *bulletin_duration(struct arena *a, int64_t seconds)
{
	long minutes = (long)(seconds / 60), hours = minutes / 60, days = hours / 24;
	if (days >= 2)
		return arena_format(a, n_("%ld day", "%ld days", days), days);
	if (hours >= 1)
		return arena_format(a, n_("%ld hour", "%ld hours", hours), hours);
	return arena_format(a, n_("%ld minute", "%ld minutes", minutes), minutes);
}

long bulletin_share(const struct receipt_count *n)
{
	return n->delivered ? (long)(n->signed_ * 100 / n->delivered) : 0;
}

static void number_or_nothing(struct json_writer *j, const char *key, int64_t n)
{
	json_key(j, key);
	n ? json_number(j, n) : json_nothing(j);
}

static void json_receipt(struct json_writer *j, const struct receipt *r)
{
	if (!r)
		return;
	json_key_object(j, "receipt");
	json_key_number(j, "delivered_at", r->delivered_at);
	number_or_nothing(j, "opened_at", r->opened_at);
	number_or_nothing(j, "signed_at", r->signed_at);
	json_end(j);
}

static void brief(struct json_writer *j, const struct bulletin_edition *e)
{
	json_key_number(j, "id", e->id.n);
	json_key_number(j, "number", e->id.n);
	json_key_text(j, "title", e->title);
	json_key_text(j, "week", week_name(j->out->arena, e->week));
	json_key_number(j, "edition", e->number);
	json_key_number(j, "published_at", e->first_at);
	json_key_number(j, "due_at", e->due_at);
	json_key_bool(j, "late", e->first_at > e->due_at);
}

void bulletin_json_line(struct json_writer *j, const struct bulletin_line *l)
{
	json_begin_object(j);
	brief(j, l->edition);
	json_receipt(j, l->receipt);
	json_end(j);
}

static void part_json(struct json_writer *j, const struct bulletin_part *p)
{
	const struct bulletin_piece *x = p->piece;
	json_begin_object(j);
	json_key_text(j, "type", piece_kind_name(x->kind));
	json_key_number(j, "id", x->noun);
	json_key_text(j, "title", p->title);
	json_key_text(j, "comment", *x->comment ? x->comment : NULL);
	if (x->kind == PIECE_POINT && x->ready)
		json_key_text(j, "kind", kind_name(x->point_kind));
	if (x->author)
		json_key_text(j, "author", x->author);
	json_key_text(j, "team", x->team);
	json_key_text(j, "branch", x->branch);
	json_key_text(j, "week", x->week.n ? week_name(j->out->arena, x->week) : NULL);
	json_key_text(j, "body_md", x->body_md);
	json_key_text(j, "body_html", p->body.html);
	json_key_bool(j, "ready", x->ready);
	json_end(j);
}

static void parts_json(struct json_writer *j, const struct bulletin_parts *parts)
{
	json_key_array(j, "items");
	for (int k = 0; k < PIECE_KINDS; k++)
		LIST_EACH (const struct bulletin_part, p, &parts[k])
			part_json(j, p);
	json_end(j);
}

void bulletin_json(struct json_writer *j, const struct bulletin_view *v)
{
	const struct bulletin_edition *e = v->edition;
	json_begin_object(j);
	brief(j, e);
	json_key_text(j, "state", v->being_changed ? "correcting" : "published");
	json_key_text(j, "note", e->note);
	json_key_number(j, "edition_at", e->published_at);
	json_key_text(j, "frame_md", e->frame_md);
	json_key_text(j, "frame_html", v->frame.html);
	json_key_text(j, "rules_md", e->rules_md);
	json_key_text(j, "rules_html", v->rules.html);
	parts_json(j, v->parts);
	json_receipt(j, v->receipt);
	json_end(j);
}

void bulletin_json_draft(struct json_writer *j, const struct bulletin_edit_view *v)
{
	const struct bulletin *b = v->b;
	json_begin_object(j);
	json_key_number(j, "id", b->id.n);
	json_key_number(j, "number", b->id.n);
	json_key_text(j, "state", b->state);
	json_key_text(j, "title", b->title);
	json_key_text(j, "week", week_name(j->out->arena, b->week));
	json_key_number(j, "edition", b->edition);
	json_key_number(j, "version", b->version);
	json_key_number(j, "due_at", b->due_at);
	number_or_nothing(j, "publish_at", b->publish_at);
	json_key_text(j, "frame_md", b->frame_md);
	json_key_text(j, "rules_md", b->rules_md);
	parts_json(j, v->parts);
	json_key_array(j, "obstacles");
	LIST_EACH (const struct fault, f, &v->obstacles)
		json_text(j, f->message);
	json_end(j);
	json_end(j);
}

static void count_json(struct json_writer *j, const struct receipt_count *n)
{
	json_begin_object(j);
	if (n->unit.n)
		json_key_number(j, "unit", n->unit.n);
	json_key_number(j, "delivered", n->delivered);
	json_key_number(j, "opened", n->opened);
	json_key_number(j, "signed", n->signed_);
	json_end(j);
}

static void counts_json(struct json_writer *j, const char *key, const struct receipt_counts *all)
{
	json_key_array(j, key);
	LIST_EACH (const struct receipt_count, n, all)
		count_json(j, n);
	json_end(j);
}

static void people_json(struct json_writer *j, const char *key, const struct receipt_lines *lines)
{
	json_key_array(j, key);
	LIST_EACH (const struct receipt_line, l, lines) {
		const struct receipt_person *p = l->person;
		json_begin_object(j);
		json_key_number(j, "person", p->person.n);
		json_key_text(j, "name", p->name);
		json_key_number(j, "unit", p->unit.n);
		json_key_bool(j, "opened", p->opened_at != 0);
		json_key_bool(j, "reminded", p->reminded_at != 0);
		number_or_nothing(j, "opened_at", p->opened_at);
		number_or_nothing(j, "signed_at", p->signed_at);
		number_or_nothing(j, "reminded_at", p->reminded_at);
		json_end(j);
	}
	json_end(j);
}

void receipt_json(struct json_writer *j, const struct receipt_view *v)
{
	json_begin_object(j);
	if (v->hq) {
		json_key(j, "total");
		count_json(j, &v->total);
		counts_json(j, "branches", &v->branches);
	}
	json_key_array(j, "units");
	LIST_EACH (const struct receipt_unit_view, u, &v->mine) {
		json_begin_object(j);
		json_key_number(j, "unit", u->unit->id.n);
		counts_json(j, "parts", &u->counts);
		people_json(j, "missing", &u->missing);
		people_json(j, "given", &u->given);
		json_end(j);
	}
	json_end(j);
	json_end(j);
}
