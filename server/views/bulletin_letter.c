#include "bulletin_letter.h"

#include "base/excerpt.h"
#include "base/list.h"
#include "base/text.h"
#include "bulletin.h"
#include "store/destination.h"

/* What a letter tells of. */
struct telling {
	struct work *w;
	const struct bulletin_edition *edition;
	struct bulletin_pieces pieces;
	const char *address; /* NULL: this server does not know its own */
};

/* In the language of the destination, if it goes to one. */
static void speak_to(struct work *w, const struct outbox_row *row)
{
	const struct destination *d = row->target ? destination_get_any(w->db, row->target) : NULL;
	if (d)
		i18n_use(d->language);
}

static const char *address_of(struct work *w, const struct outbox_setup *setup, int64_t number)
{
	return setup->base_url
		       ? arena_format(w->arena, "%s/bulletins/%ld", setup->base_url, (long)number)
		       : NULL;
}

static bool find(struct work *w, const struct outbox_setup *setup, const struct outbox_row *row,
	struct telling *t)
{
	const struct bulletin_id id = { row->what_id };
	*t = (struct telling){ .w = w, .edition = bulletin_edition_get(w->db, id, 0) };
	if (!t->edition || (row->since && t->edition->number != row->since))
		return false;
	speak_to(w, row);
	t->pieces = bulletin_piece_list(w->db, id, t->edition->number);
	t->address = address_of(w, setup, id.n);
	return true;
}

static const char *title_of(const struct telling *t)
{
	const struct bulletin_edition *e = t->edition;
	return arena_format(t->w->arena,
		e->number > 1 ? _("Corrected: number %ld: %s") : _("Number %ld: %s"), (long)e->id.n,
		e->title);
}

static const char *piece_title(const struct bulletin_piece *p)
{
	return text_same(i18n_language(), "zh") ? p->title : p->title_en;
}

/* Who it comes from: 王磊, 华东一队; or 华东一队, where the name is not said. */
static const char *source_of(struct arena *a, const struct bulletin_piece *p)
{
	const char *unit = p->team ? p->team : p->branch;
	if (p->author && unit)
		return arena_format(a, _("%s, %s"), p->author, unit);
	return p->author ? p->author : unit;
}

static bool has_kind(const struct bulletin_pieces *all, enum piece_kind kind)
{
	LIST_EACH (const struct bulletin_piece, p, all)
		if (p->kind == kind)
			return true;
	return false;
}

static void put_titles(struct out *o, const struct telling *t)
{
	for (int k = 0; k < PIECE_KINDS; k++) {
		long n = 0;
		if (has_kind(&t->pieces, (enum piece_kind)k))
			out_format(o, _("— %s —\n"), bulletin_kind_heading((enum piece_kind)k));
		LIST_EACH (const struct bulletin_piece, p, &t->pieces) {
			if ((int)p->kind != k)
				continue;
			const char *from = source_of(o->arena, p);
			out_format(o, "%ld. %s", ++n, piece_title(p));
			if (from)
				out_format(o, _(" (%s)"), from);
			out_char(o, '\n');
		}
	}
}

static void put_start(struct out *o, const struct bulletin_edition *e)
{
	if (e->note)
		out_format(o, "%s %s\n", _("Corrected:"), e->note);
	if (*e->frame_html)
		out_format(o, "%s\n", excerpt_of_html(o->arena, e->frame_html));
}

bool bulletin_letter_group(struct work *w, const struct outbox_setup *setup,
	const struct outbox_row *row, struct outbox_letter *letter)
{
	struct telling t;
	if (!find(w, setup, row, &t))
		return false;
	struct out text = out_new(w->arena);
	put_start(&text, t.edition);
	put_titles(&text, &t);
	if (*t.edition->rules_html)
		out_format(&text, _("— %s —\n"), _("Rules that have changed"));
	if (t.edition->number == 1)
		out_format(&text, "%s\n", _("Please read it to the end and sign for it."));
	letter->title = title_of(&t);
	letter->text = out_string(&text);
	letter->address = t.address;
	return true;
}

static void put_pieces(struct out *o, const struct telling *t, enum piece_kind kind)
{
	if (has_kind(&t->pieces, kind))
		out_format(o, _("— %s —\n"), bulletin_kind_heading(kind));
	LIST_EACH (const struct bulletin_piece, p, &t->pieces) {
		if (p->kind != kind)
			continue;
		const char *from = source_of(o->arena, p);
		out_format(o, "\n%s", piece_title(p));
		if (from)
			out_format(o, _(" (%s)"), from);
		out_format(o, "\n\n%s\n", p->body_md);
		if (*p->comment)
			out_format(o, "\n%s: %s\n", _("Headquarters"), p->comment);
	}
}

/* All of it, to be read without signing in. */
bool bulletin_letter_mail(struct work *w, const struct outbox_setup *setup,
	const struct outbox_row *row, struct outbox_letter *letter)
{
	struct telling t;
	if (!find(w, setup, row, &t))
		return false;
	struct out text = out_new(w->arena);
	if (t.edition->note)
		out_format(&text, "%s %s\n\n", _("Corrected:"), t.edition->note);
	if (*t.edition->frame_md)
		out_format(&text, "%s\n\n", t.edition->frame_md);
	for (int k = 0; k < PIECE_KINDS; k++)
		put_pieces(&text, &t, (enum piece_kind)k);
	if (*t.edition->rules_md) {
		out_format(&text, _("— %s —\n"), _("Rules that have changed"));
		out_format(&text, "\n%s\n\n", t.edition->rules_md);
	}
	if (t.edition->number == 1)
		out_format(&text, "%s\n", _("Please read it to the end and sign for it."));
	letter->title = title_of(&t);
	letter->text = out_string(&text);
	letter->address = t.address;
	return true;
}

static struct json_writer event(
	struct out *o, struct outbox_letter *letter, const char *type, int64_t at)
{
	struct json_writer j = json_writer(o);
	json_begin_object(&j);
	json_key_text(&j, "type", type);
	json_key_text(&j, "timestamp", clock_rfc3339(o->arena, at));
	json_key_object(&j, "data");
	letter->title = type;
	return j;
}

static bool event_end(struct json_writer *j, struct outbox_letter *letter)
{
	json_end(j);
	json_end(j);
	letter->body = out_string(j->out);
	letter->body_len = j->out->len;
	letter->type = "application/json; charset=utf-8";
	return true;
}

/* Titles only; the API has the texts, for whom may read them. */
bool bulletin_letter_event(struct work *w, const struct outbox_setup *setup,
	const struct outbox_row *row, struct outbox_letter *letter)
{
	struct telling t;
	if (!find(w, setup, row, &t))
		return false;
	const struct bulletin_edition *e = t.edition;
	struct out body = out_new(w->arena);
	struct json_writer j = event(&body, letter,
		e->number > 1 ? "bulletin.corrected" : "bulletin.published", e->published_at);
	json_key_number(&j, "number", e->id.n);
	json_key_number(&j, "edition", e->number);
	json_key_text(&j, "title", e->title);
	json_key_text(&j, "week", week_name(w->arena, e->week));
	json_key_text(&j, "note", e->note);
	json_key_text(&j, "url", t.address);
	json_key_array(&j, "items");
	LIST_EACH (const struct bulletin_piece, p, &t.pieces) {
		json_begin_object(&j);
		json_key_text(&j, "type", piece_kind_name(p->kind));
		json_key_number(&j, "id", p->noun);
		json_key_text(&j, "title", piece_title(p));
		json_key_text(&j, "author", p->author);
		json_key_text(&j, "team", p->team);
		json_key_text(&j, "branch", p->branch);
		json_end(&j);
	}
	json_end(&j);
	return event_end(&j, letter);
}

/* How many of the destination's unit have not signed. false: there is none such, or all have. */
static bool count(struct work *w, const struct outbox_row *row, const struct destination **d,
	struct receipt_count *sum)
{
	const struct bulletin_id id = { row->what_id };
	*sum = (struct receipt_count){ 0 };
	*d = destination_get_any(w->db, row->target);
	if (!*d)
		return false;
	if ((*d)->unit.n == 1) {
		*sum = receipt_total(w->db, id);
	} else {
		struct receipt_counts all = receipt_units_any(w->db, id, (*d)->unit, true);
		LIST_EACH (const struct receipt_count, c, &all) {
			sum->delivered += c->delivered;
			sum->opened += c->opened;
			sum->signed_ += c->signed_;
		}
	}
	return sum->delivered > sum->signed_;
}

bool unsigned_letter_group(struct work *w, const struct outbox_setup *setup,
	const struct outbox_row *row, struct outbox_letter *letter)
{
	struct telling t;
	const struct destination *d;
	struct receipt_count n;
	if (!find(w, setup, row, &t) || !count(w, row, &d, &n))
		return false;
	long missing = (long)(n.delivered - n.signed_);
	letter->title = arena_format(
		w->arena, _("Please sign for bulletin number %ld"), (long)t.edition->id.n);
	letter->text = arena_format(w->arena, "%s\n%s\n", t.edition->title,
		arena_format(w->arena,
			n_("%s: %ld of %ld has not signed for it yet.",
				"%s: %ld of %ld have not signed for it yet.", missing),
			d->unit_name, missing, (long)n.delivered));
	letter->address = t.address;
	return true;
}

bool unsigned_letter_event(struct work *w, const struct outbox_setup *setup,
	const struct outbox_row *row, struct outbox_letter *letter)
{
	struct telling t;
	const struct destination *d;
	struct receipt_count n;
	if (!find(w, setup, row, &t) || !count(w, row, &d, &n))
		return false;
	struct out body = out_new(w->arena);
	struct json_writer j = event(&body, letter, "bulletin.unsigned", row->made_at);
	json_key_number(&j, "number", t.edition->id.n);
	json_key_text(&j, "title", t.edition->title);
	json_key_text(&j, "url", t.address);
	json_key_number(&j, "unit", d->unit.n);
	json_key_text(&j, "unit_name", d->unit_name);
	json_key_number(&j, "delivered", n.delivered);
	json_key_number(&j, "opened", n.opened);
	json_key_number(&j, "signed", n.signed_);
	return event_end(&j, letter);
}

bool trial_letter_group(struct work *w, const struct outbox_setup *setup,
	const struct outbox_row *row, struct outbox_letter *letter)
{
	speak_to(w, row);
	letter->title = _("A test of Tributary");
	letter->text = _("This message arrived: bulletins will come here, too.");
	letter->address =
		setup->base_url ? arena_format(w->arena, "%s/bulletins", setup->base_url) : NULL;
	return true;
}

bool trial_letter_event(struct work *w, const struct outbox_setup *setup,
	const struct outbox_row *row, struct outbox_letter *letter)
{
	(void)setup;
	struct out body = out_new(w->arena);
	struct json_writer j = event(&body, letter, "test", row->made_at);
	json_key_number(&j, "destination", row->target);
	return event_end(&j, letter);
}
