/* meeting: meetings as their pages and the API show them. */
#ifndef VIEWS_MEETING_H
#define VIEWS_MEETING_H

#include "base/outcome.h"
#include "chrome.h"
#include "doors/json.h"
#include "rules/meeting_line.h"
#include "rules/meeting_words.h"
#include "rules/record.h"
#include "rules/review.h"
#include "store/task.h"
#include "store/unit.h"

struct meeting_card {
	const struct meeting *meeting;
	const char *day;
};
struct meeting_cards {
	struct meeting_card *items;
	size_t count, room;
};

struct meeting_list_view {
	const struct chrome *chrome;
	struct meeting_cards coming, past;
	bool may_make;
	const char *earlier; /* the day before which more may be; NULL: none */
};

struct meeting_form_view {
	const struct chrome *chrome;
	const struct meeting *old; /* NULL: a new one */
	struct units units;        /* to choose among, of a new one */
	struct unit_id unit;
	enum meeting_kind kind;
	enum meeting_length length;
	const char *day, *notes;
	struct task_id task;
	struct person_id recorder;
	struct tasks tasks;
	struct meeting_people people;
	bool may_hold;
	int64_t version;
	struct faults faults;
};

struct meeting_line_card {
	const struct meeting_line *line;
	bool may_turn;
	enum kind kind;      /* that it would be as a point */
	const char *ability; /* the name it suggests */
};
struct meeting_question {
	enum question question;
	bool asked; /* it is on the agenda */
	struct meeting_line_cards {
		struct meeting_line_card *items;
		size_t count, room;
	} lines;
};

struct meeting_seat {
	const struct meeting_person *person;
	bool turn; /* proposed, or chosen */
};

struct meeting_view {
	const struct chrome *chrome;
	const struct record *record;
	const char *day;
	struct safe minutes;
	bool dense; /* they are long: printed closer */
	bool turns; /* somebody is still to go deep */
	struct meeting_seats {
		struct meeting_seat *items;
		size_t count, room;
	} seats;
	struct meeting_question questions[QUESTIONS];
	struct meeting_steps {
		struct meeting_step {
			const struct review *review;
			const char *until; /* NULL: not said */
			bool late;
		} * items;
		size_t count, room;
	} agreed;
	struct faults faults;
	enum question at; /* what was refused */
	const char *typed;
};

struct meeting_review_view {
	const struct chrome *chrome;
	const struct meeting *meeting;
	const struct point *point;
	struct safe body;
	const char *day;
	struct review_input in; /* as stored, or as typed */
	int64_t version;
	bool may_keep;
	struct remarks remarks;
	struct meeting_people people;
	struct faults faults;
	const struct remark_text
		*said; /* a why, an answer, an advice that was refused; NULL: none */
	bool changed;  /* by somebody else meanwhile */
};
/* What was typed there and refused: that kind, in answer to that remark; "": nothing. */
const char *meeting_typed(
	const struct meeting_review_view *v, enum remark_kind kind, struct remark_id to);

/* The form's fields for question q. */
const char *meeting_topic_name(const struct meeting_line *l);
const char *meeting_step_day(struct arena *a, int64_t day);

void meeting_json(struct json_writer *j, struct arena *a, const struct meeting *m);
void meeting_json_whole(struct json_writer *j, struct arena *a, const struct record *r);
void meeting_review_json(
	struct json_writer *j, struct arena *a, const struct review *v, const struct remarks *said);
void meeting_line_json(struct json_writer *j, const struct meeting_line *l);
void meeting_rota_json(struct json_writer *j, const struct rota *rota);

#endif
