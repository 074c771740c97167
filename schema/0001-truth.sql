-- What people wrote and decided. Forward only: once released this file is never edited; what can be derived stands in derived.sql.
-- Times are seconds since 1970 UTC; weeks are counted in Mondays (server/base/ids.h); truth is 0 or 1.

CREATE TABLE setting (
	name TEXT PRIMARY KEY,
	value TEXT NOT NULL
) STRICT;

-- The tree of three levels. The headquarters is number 1, and there is one.
CREATE TABLE unit (
	id INTEGER PRIMARY KEY,
	code TEXT NOT NULL UNIQUE CHECK (code <> ''),
	name TEXT NOT NULL CHECK (name <> ''),
	kind TEXT NOT NULL CHECK (kind IN ('hq', 'branch', 'team')),
	parent_id INTEGER REFERENCES unit (id),
	active INTEGER NOT NULL DEFAULT 1 CHECK (active IN (0, 1)),
	task_counts INTEGER NOT NULL DEFAULT 0 CHECK (task_counts IN (0, 1)), -- an after-task reflection satisfies its week
	reports INTEGER NOT NULL DEFAULT 1 CHECK (reports BETWEEN 0 AND 2), -- of a team, daily ones: off, on field days, daily (server/base/report_field.h)
	created_at INTEGER NOT NULL,
	CHECK ((kind = 'hq') = (id = 1)),
	CHECK ((kind = 'hq') = (parent_id IS NULL))
) STRICT;
CREATE INDEX unit_by_parent ON unit (parent_id);

CREATE TABLE person (
	id INTEGER PRIMARY KEY,
	login TEXT NOT NULL UNIQUE CHECK (login <> ''),
	name TEXT NOT NULL CHECK (name <> ''),
	email TEXT,
	unit_id INTEGER NOT NULL REFERENCES unit (id),
	roles INTEGER NOT NULL DEFAULT 0,            -- bits, server/base/role.h
	active INTEGER NOT NULL DEFAULT 1 CHECK (active IN (0, 1)),
	password TEXT,                               -- argon2id; none: cannot sign in
	must_change INTEGER NOT NULL DEFAULT 0 CHECK (must_change IN (0, 1)),
	language TEXT CHECK (language IN ('zh', 'en')), -- none: as the browser asks
	zone TEXT,                                   -- none: the organisation's
	anonymous INTEGER NOT NULL DEFAULT 0 CHECK (anonymous IN (0, 1)), -- new points and uses: "a member of", above the team
	created_at INTEGER NOT NULL
) STRICT;
CREATE INDEX person_by_unit ON person (unit_id);

-- Kinds of hints that a writer does not want to see (server/rules/coach.h).
CREATE TABLE coach_off (
	person_id INTEGER NOT NULL REFERENCES person (id),
	kind TEXT NOT NULL CHECK (kind <> ''),
	PRIMARY KEY (person_id, kind)
) STRICT;

-- Stands in for the manager of a unit until the row goes; the audit log remembers.
CREATE TABLE deputy (
	unit_id INTEGER NOT NULL REFERENCES unit (id),
	person_id INTEGER NOT NULL REFERENCES person (id),
	since INTEGER NOT NULL,
	PRIMARY KEY (unit_id, person_id)
) STRICT;
CREATE INDEX deputy_by_person ON deputy (person_id);

CREATE TABLE session (
	hash TEXT PRIMARY KEY,                       -- of the cookie's 256 random bits
	person_id INTEGER NOT NULL REFERENCES person (id),
	created_at INTEGER NOT NULL,
	expires_at INTEGER NOT NULL,
	address TEXT,
	agent TEXT
) STRICT;
CREATE INDEX session_by_person ON session (person_id);
CREATE INDEX session_by_expiry ON session (expires_at);

CREATE TABLE token (
	id INTEGER PRIMARY KEY,
	person_id INTEGER NOT NULL REFERENCES person (id),
	hash TEXT NOT NULL UNIQUE,
	label TEXT NOT NULL,
	created_at INTEGER NOT NULL,
	revoked_at INTEGER
) STRICT;
CREATE INDEX token_by_person ON token (person_id);

-- Who closed, reopened, classified, merged, imported, redacted … ; person_id is empty for the command line.
CREATE TABLE audit (
	id INTEGER PRIMARY KEY,
	at INTEGER NOT NULL,
	person_id INTEGER REFERENCES person (id),
	action TEXT NOT NULL,
	noun TEXT NOT NULL,
	noun_id INTEGER NOT NULL,
	unit_id INTEGER REFERENCES unit (id),
	detail TEXT
) STRICT;
CREATE INDEX audit_by_noun ON audit (noun, noun_id);

-- What a write with an Idempotency-Key was answered, kept for a day. The row comes with the write itself, in its
-- transaction; the answer follows before it goes out. Status 0: the program stopped between the two.
CREATE TABLE replay (
	person_id INTEGER NOT NULL REFERENCES person (id),
	key TEXT NOT NULL,
	request_hash TEXT NOT NULL,
	status INTEGER NOT NULL,
	body TEXT NOT NULL,
	at INTEGER NOT NULL,
	PRIMARY KEY (person_id, key)
) STRICT;
CREATE INDEX replay_by_at ON replay (at);

CREATE TABLE topic (
	id INTEGER PRIMARY KEY,
	kind TEXT NOT NULL CHECK (kind IN ('topic', 'step', 'difficulty', 'ability')),
	state TEXT NOT NULL CHECK (state IN ('accepted', 'proposed', 'merged', 'refused')),
	name_zh TEXT NOT NULL CHECK (name_zh <> ''),
	name_en TEXT NOT NULL CHECK (name_en <> ''),
	about_zh TEXT,
	about_en TEXT,
	parent_id INTEGER REFERENCES topic (id),
	merged_into INTEGER REFERENCES topic (id),
	position INTEGER NOT NULL DEFAULT 0,
	created_by INTEGER REFERENCES person (id),
	created_at INTEGER NOT NULL,
	CHECK ((state = 'merged') = (merged_into IS NOT NULL))
) STRICT;

CREATE INDEX topic_proposed ON topic (id) WHERE state = 'proposed';

-- Every word that leads to a topic: its names and aliases, folded as search folds (server/base/fold.h).
CREATE TABLE topic_word (
	folded TEXT PRIMARY KEY,
	word TEXT NOT NULL,
	topic_id INTEGER NOT NULL REFERENCES topic (id)
) STRICT;
CREATE INDEX topic_word_by_topic ON topic_word (topic_id);

-- One person's entry for one week, or after one task.
CREATE TABLE reflection (
	id INTEGER PRIMARY KEY,
	person_id INTEGER NOT NULL REFERENCES person (id),
	team_id INTEGER NOT NULL REFERENCES unit (id),   -- of the first submission, for good
	week INTEGER NOT NULL,                           -- the week written about; an after-task one: the week it was submitted in
	rollup_week INTEGER NOT NULL,                    -- the roll-up it lands in
	task TEXT,                                       -- an after-task reflection's task
	state TEXT NOT NULL CHECK (state IN ('submitted', 'closed', 'withdrawn')),
	late INTEGER NOT NULL CHECK (late IN (0, 1)),
	version INTEGER NOT NULL,
	submitted_at INTEGER NOT NULL,                   -- the first time
	changed_at INTEGER NOT NULL
) STRICT;
CREATE UNIQUE INDEX reflection_weekly ON reflection (person_id, week) WHERE task IS NULL;
CREATE INDEX reflection_by_person ON reflection (person_id, week);
CREATE INDEX reflection_by_team ON reflection (team_id, rollup_week);
CREATE INDEX reflection_by_team_week ON reflection (team_id, week);
CREATE INDEX reflection_by_week ON reflection (week);

-- Every submission, whole, as Markdown.
CREATE TABLE reflection_version (
	reflection_id INTEGER NOT NULL REFERENCES reflection (id),
	number INTEGER NOT NULL,
	text TEXT NOT NULL,
	saved_by INTEGER REFERENCES person (id),
	saved_at INTEGER NOT NULL,
	via INTEGER NOT NULL DEFAULT 0 CHECK (via BETWEEN 0 AND 3), -- page, file, api, import (store/reflection.h)
	blind INTEGER NOT NULL DEFAULT 0 CHECK (blind IN (0, 1)), -- its sender did not say which version it had seen
	PRIMARY KEY (reflection_id, number)
) STRICT;

-- What was typed and not yet submitted, exactly as the form sent it. subject: '2026-W47', 'task', 'reflection/12', 'report/2026-11-24' …
CREATE TABLE draft (
	person_id INTEGER NOT NULL REFERENCES person (id),
	subject TEXT NOT NULL,
	fields TEXT NOT NULL,
	version INTEGER NOT NULL,
	saved_at INTEGER NOT NULL,
	PRIMARY KEY (person_id, subject)
) STRICT;

CREATE TABLE point (
	id INTEGER PRIMARY KEY,
	reflection_id INTEGER NOT NULL REFERENCES reflection (id),
	kind INTEGER NOT NULL CHECK (kind IN (0, 1)),    -- experience, lesson (server/base/kind.h)
	position INTEGER NOT NULL,
	headline TEXT NOT NULL CHECK (headline <> ''),   -- without tags
	body_md TEXT NOT NULL,                           -- as typed
	body_html TEXT NOT NULL,                         -- rendered on write
	excerpt TEXT NOT NULL,                           -- its first words, for lists
	author_id INTEGER NOT NULL REFERENCES person (id),
	team_id INTEGER NOT NULL REFERENCES unit (id),
	branch_id INTEGER REFERENCES unit (id),          -- the branch it rose to
	week INTEGER NOT NULL,
	team_week INTEGER NOT NULL,                      -- the roll-up it lies in, a level each
	branch_week INTEGER,
	hq_week INTEGER,
	reach INTEGER NOT NULL CHECK (reach BETWEEN 0 AND 4), -- author, team, branch, hq, all (server/base/reach.h)
	team_only INTEGER NOT NULL DEFAULT 0 CHECK (team_only IN (0, 1)),
	anonymous INTEGER NOT NULL DEFAULT 0 CHECK (anonymous IN (0, 1)),
	withdrawn INTEGER NOT NULL DEFAULT 0 CHECK (withdrawn IN (0, 1)),
	lead_id INTEGER REFERENCES point (id),           -- merged under this one
	classified_by INTEGER REFERENCES person (id),    -- the manager who set its topics; none: the author's tags hold
	classified_at INTEGER,
	submitted_at INTEGER NOT NULL,
	changed_at INTEGER NOT NULL,
	CHECK (team_only = 0 OR reach <= 1),
	CHECK (withdrawn = 0 OR reach = 0),
	CHECK ((reach >= 2 AND branch_id IS NOT NULL AND branch_week IS NOT NULL) OR (reach < 2 AND branch_id IS NULL AND branch_week IS NULL)),
	CHECK (reach = 4 OR (reach = 3) = (hq_week IS NOT NULL))
) STRICT;
CREATE INDEX point_by_reflection ON point (reflection_id, kind, position);
CREATE INDEX point_by_author ON point (author_id, id);
CREATE INDEX point_by_team ON point (team_id, team_week, id);
CREATE INDEX point_by_branch ON point (branch_id, branch_week, id);
-- What rose to the headquarters, as all of it, and as the parts that one person may see.
CREATE INDEX point_by_hq ON point (hq_week, id) WHERE hq_week IS NOT NULL;
CREATE INDEX point_at_hq_by_team ON point (team_id, hq_week) WHERE hq_week IS NOT NULL;
CREATE INDEX point_at_hq_by_branch ON point (branch_id, hq_week) WHERE hq_week IS NOT NULL;
CREATE INDEX point_for_all ON point (hq_week, id) WHERE reach = 4;
-- Lists, newest first: of a team, of a branch, of what is at the headquarters, of what is for everybody.
CREATE INDEX point_newest_of_team ON point (team_id, id);
CREATE INDEX point_newest_of_branch ON point (branch_id, id) WHERE branch_id IS NOT NULL;
CREATE INDEX point_newest_at_hq ON point (id) WHERE reach >= 3;
CREATE INDEX point_newest_for_all ON point (id) WHERE reach = 4;
-- What has not risen yet: counted one by one where a person sees more of it than the tally tells.
CREATE INDEX point_below_hq_of_team ON point (team_id, reach) WHERE reach < 3;
CREATE INDEX point_at_branch ON point (branch_id) WHERE reach = 2;
CREATE INDEX point_by_lead ON point (lead_id) WHERE lead_id IS NOT NULL;

-- A point's words at each submission that changed them.
CREATE TABLE point_version (
	point_id INTEGER NOT NULL REFERENCES point (id),
	number INTEGER NOT NULL,                         -- the reflection's version that brought them
	headline TEXT NOT NULL,
	body_md TEXT NOT NULL,
	tags TEXT NOT NULL,                              -- as typed: '#报价 #大客户'
	saved_at INTEGER NOT NULL,
	PRIMARY KEY (point_id, number)
) STRICT;

-- The author's tags, as typed, and the topic each one led to.
CREATE TABLE point_tag (
	point_id INTEGER NOT NULL REFERENCES point (id),
	position INTEGER NOT NULL,
	word TEXT NOT NULL,
	topic_id INTEGER NOT NULL REFERENCES topic (id),
	PRIMARY KEY (point_id, position)
) STRICT;
CREATE INDEX point_tag_by_topic ON point_tag (topic_id);

-- The topics that hold: the manager's classification if there is one, else the author's tags.
CREATE TABLE point_topic (
	point_id INTEGER NOT NULL REFERENCES point (id),
	topic_id INTEGER NOT NULL REFERENCES topic (id),
	PRIMARY KEY (point_id, topic_id)
) STRICT;
CREATE INDEX point_topic_by_topic ON point_topic (topic_id, point_id);

-- One unit's roll-up of one week; a row comes with the first thing done to it.
CREATE TABLE rollup (
	id INTEGER PRIMARY KEY,
	unit_id INTEGER NOT NULL REFERENCES unit (id),
	week INTEGER NOT NULL,
	state TEXT NOT NULL DEFAULT 'open' CHECK (state IN ('open', 'closed')),
	closed_by INTEGER REFERENCES person (id),
	closed_at INTEGER,
	UNIQUE (unit_id, week)
) STRICT;

-- Who was on a team's list when its week closed.
CREATE TABLE roster (
	rollup_id INTEGER NOT NULL REFERENCES rollup (id),
	person_id INTEGER NOT NULL REFERENCES person (id),
	PRIMARY KEY (rollup_id, person_id)
) STRICT;

CREATE TABLE excuse (
	person_id INTEGER NOT NULL REFERENCES person (id),
	week INTEGER NOT NULL,
	reason TEXT NOT NULL CHECK (reason <> ''),
	excused_by INTEGER REFERENCES person (id),
	excused_at INTEGER NOT NULL,
	PRIMARY KEY (person_id, week)
) STRICT;

-- Order by importance. topic_id 0: points without a topic; point_id 0: the place of the topic itself.
CREATE TABLE rollup_order (
	rollup_id INTEGER NOT NULL REFERENCES rollup (id),
	topic_id INTEGER NOT NULL,
	point_id INTEGER NOT NULL,
	position INTEGER NOT NULL,
	PRIMARY KEY (rollup_id, topic_id, point_id)
) STRICT;

-- What the headquarters chose out of a week, in order, with its comment.
CREATE TABLE pick (
	rollup_id INTEGER NOT NULL REFERENCES rollup (id),
	point_id INTEGER NOT NULL REFERENCES point (id),
	position INTEGER NOT NULL,
	comment TEXT,
	picked_by INTEGER REFERENCES person (id),
	picked_at INTEGER NOT NULL,
	PRIMARY KEY (rollup_id, point_id)
) STRICT;

CREATE TABLE highlight (
	point_id INTEGER PRIMARY KEY REFERENCES point (id),
	unit_id INTEGER NOT NULL REFERENCES unit (id),   -- the branch or the headquarters that saw it
	reason TEXT NOT NULL CHECK (reason <> ''),
	flagged_by INTEGER REFERENCES person (id),
	flagged_at INTEGER NOT NULL
) STRICT;
CREATE INDEX highlight_by_time ON highlight (flagged_at);

-- A unit's text on one topic of one week, citing points.
CREATE TABLE synthesis (
	id INTEGER PRIMARY KEY,
	rollup_id INTEGER NOT NULL REFERENCES rollup (id),
	topic_id INTEGER NOT NULL REFERENCES topic (id),
	body_md TEXT NOT NULL,
	body_html TEXT NOT NULL,
	version INTEGER NOT NULL,
	changed_by INTEGER REFERENCES person (id),
	changed_at INTEGER NOT NULL,
	UNIQUE (rollup_id, topic_id)
) STRICT;
CREATE INDEX synthesis_by_topic ON synthesis (topic_id, rollup_id);

CREATE TABLE synthesis_version (
	synthesis_id INTEGER NOT NULL REFERENCES synthesis (id),
	number INTEGER NOT NULL,
	body_md TEXT NOT NULL,
	saved_by INTEGER REFERENCES person (id),
	saved_at INTEGER NOT NULL,
	PRIMARY KEY (synthesis_id, number)
) STRICT;

CREATE TABLE synthesis_cite (
	synthesis_id INTEGER NOT NULL REFERENCES synthesis (id),
	point_id INTEGER NOT NULL REFERENCES point (id),
	position INTEGER NOT NULL,
	PRIMARY KEY (synthesis_id, point_id)
) STRICT;
CREATE INDEX synthesis_cite_by_point ON synthesis_cite (point_id);

CREATE TABLE story (
	id INTEGER PRIMARY KEY,
	title TEXT NOT NULL CHECK (title <> ''),
	outcome TEXT CHECK (outcome IN ('success', 'failure', 'mixed')),
	state TEXT NOT NULL CHECK (state IN ('draft', 'published')),
	body_md TEXT NOT NULL,
	body_html TEXT NOT NULL,
	units TEXT,                                      -- as written in the front matter
	people TEXT,
	version INTEGER NOT NULL,
	created_by INTEGER REFERENCES person (id),
	created_at INTEGER NOT NULL,
	changed_at INTEGER NOT NULL,
	published_by INTEGER REFERENCES person (id),
	published_at INTEGER
) STRICT;

CREATE TABLE story_version (
	story_id INTEGER NOT NULL REFERENCES story (id),
	number INTEGER NOT NULL,
	text TEXT NOT NULL,                              -- the whole file
	saved_by INTEGER REFERENCES person (id),
	saved_at INTEGER NOT NULL,
	PRIMARY KEY (story_id, number)
) STRICT;

CREATE TABLE story_writer (
	story_id INTEGER NOT NULL REFERENCES story (id),
	person_id INTEGER NOT NULL REFERENCES person (id),
	PRIMARY KEY (story_id, person_id)
) STRICT;
CREATE INDEX story_writer_by_person ON story_writer (person_id);

CREATE TABLE story_source (
	story_id INTEGER NOT NULL REFERENCES story (id),
	point_id INTEGER NOT NULL REFERENCES point (id),
	position INTEGER NOT NULL,
	PRIMARY KEY (story_id, point_id)
) STRICT;
CREATE INDEX story_source_by_point ON story_source (point_id);

CREATE TABLE story_topic (
	story_id INTEGER NOT NULL REFERENCES story (id),
	topic_id INTEGER NOT NULL REFERENCES topic (id),
	PRIMARY KEY (story_id, topic_id)
) STRICT;
CREATE INDEX story_topic_by_topic ON story_topic (topic_id, story_id);

-- What is said under a point: server/base/remark_kind.h. It stays in the point's team unless it `rises` with the point:
-- where both the point's author and its team's manager let it.
CREATE TABLE remark (
	id INTEGER PRIMARY KEY,
	point_id INTEGER NOT NULL REFERENCES point (id),
	kind INTEGER NOT NULL CHECK (kind BETWEEN 0 AND 3), -- comment, why, answer, advice
	to_id INTEGER REFERENCES remark (id),            -- an answer: its why; a why that digs on: the answer before it
	person_id INTEGER NOT NULL REFERENCES person (id),
	text TEXT NOT NULL CHECK (text <> ''),
	whom TEXT,                                       -- of advice: who does it
	until INTEGER,                                   -- of advice: by which day (base/clock.h: day_number)
	meeting_id INTEGER REFERENCES meeting (id),      -- said there, and written down by who keeps its record
	rises INTEGER NOT NULL DEFAULT 0 CHECK (rises IN (0, 1)),
	author_lets INTEGER NOT NULL DEFAULT 0 CHECK (author_lets IN (0, 1)),
	manager_lets INTEGER NOT NULL DEFAULT 0 CHECK (manager_lets IN (0, 1)),
	at INTEGER NOT NULL,
	changed_at INTEGER,
	struck_at INTEGER,                               -- taken back; its text is kept for nobody but a redaction
	CHECK (rises = author_lets * manager_lets)
) STRICT;
CREATE INDEX remark_by_point ON remark (point_id, id);

-- Who opened a point that is not their own, and when first.
CREATE TABLE reading (
	point_id INTEGER NOT NULL REFERENCES point (id),
	person_id INTEGER NOT NULL REFERENCES person (id),
	at INTEGER NOT NULL,
	PRIMARY KEY (point_id, person_id)
) STRICT, WITHOUT ROWID;

-- The clock of every point: its author's manager owes an answer until due_at.
CREATE TABLE answer (
	point_id INTEGER PRIMARY KEY REFERENCES point (id),
	team_id INTEGER NOT NULL REFERENCES unit (id),   -- the point's
	branch_id INTEGER REFERENCES unit (id),          -- the branch it rose to, as in point
	due_at INTEGER NOT NULL,
	answered_by INTEGER REFERENCES person (id),
	answered_at INTEGER,
	CHECK ((answered_by IS NULL) = (answered_at IS NULL))
) STRICT;
CREATE INDEX answer_waiting ON answer (team_id, due_at) WHERE answered_at IS NULL;
CREATE INDEX answer_waiting_above ON answer (branch_id, due_at) WHERE answered_at IS NULL AND branch_id IS NOT NULL;

-- One person's daily report. It is for the team and its managers, for good: no roll-up takes it further.
CREATE TABLE report (
	id INTEGER PRIMARY KEY,
	person_id INTEGER NOT NULL REFERENCES person (id),
	team_id INTEGER NOT NULL REFERENCES unit (id),   -- of the first submission, for good
	day INTEGER NOT NULL,                            -- base/clock.h: day_number
	text TEXT NOT NULL,                              -- the newest version, as Markdown
	version INTEGER NOT NULL,
	submitted_at INTEGER NOT NULL,                   -- the first time
	changed_at INTEGER NOT NULL,
	UNIQUE (person_id, day)
) STRICT;
CREATE INDEX report_by_team ON report (team_id, day);

CREATE TABLE report_version (
	report_id INTEGER NOT NULL REFERENCES report (id),
	number INTEGER NOT NULL,
	text TEXT NOT NULL,
	saved_at INTEGER NOT NULL,
	PRIMARY KEY (report_id, number)
) STRICT;

-- The ledger: what was done for a point, a report, a meeting or a task, one row each, never changed. Figures are counted from it.
CREATE TABLE event (
	id INTEGER PRIMARY KEY,
	at INTEGER NOT NULL,
	deed TEXT NOT NULL,                              -- 'submitted', 'read', 'asked', 'advised', 'commented', 'explained', 'answered', 'struck', 'used' …
	person_id INTEGER REFERENCES person (id),        -- who did it
	point_id INTEGER REFERENCES point (id),
	report_id INTEGER REFERENCES report (id),
	remark_id INTEGER REFERENCES remark (id),
	meeting_id INTEGER REFERENCES meeting (id),      -- beside a point: it was discussed there
	task_id INTEGER REFERENCES task (id),
	use_id INTEGER,                                  -- of a point, or of a story or a topic: a use (0006)
	topic_id INTEGER REFERENCES topic (id),          -- of its page: the guide, an ask, a page of the path (0009)
	story_id INTEGER REFERENCES story (id),          -- told aloud, or ticked off on the path (0009)
	team_id INTEGER NOT NULL REFERENCES unit (id),   -- the point's, the report's, the meeting's, the task's; else the doer's
	CHECK ((topic_id IS NULL AND story_id IS NULL) OR (point_id IS NULL AND report_id IS NULL AND meeting_id IS NULL
		AND task_id IS NULL AND use_id IS NULL AND (topic_id IS NULL) <> (story_id IS NULL))),
	CHECK (use_id IS NOT NULL OR topic_id IS NOT NULL OR story_id IS NOT NULL
		OR (point_id IS NULL) + (report_id IS NULL) + (meeting_id IS NULL) + (task_id IS NULL) IN (3, 2)),
	CHECK (report_id IS NULL OR (point_id IS NULL AND meeting_id IS NULL AND task_id IS NULL))
) STRICT;
CREATE INDEX event_by_team ON event (team_id, at);
CREATE INDEX event_by_point ON event (point_id);
CREATE INDEX event_by_use ON event (use_id) WHERE use_id IS NOT NULL;
CREATE INDEX event_by_report ON event (report_id) WHERE report_id IS NOT NULL;
CREATE INDEX event_by_meeting ON event (meeting_id) WHERE meeting_id IS NOT NULL;
CREATE INDEX event_by_task ON event (task_id) WHERE task_id IS NOT NULL;
CREATE INDEX event_by_topic ON event (topic_id) WHERE topic_id IS NOT NULL;
CREATE INDEX event_by_story ON event (story_id) WHERE story_id IS NOT NULL;
-- Rows come and stay as they came: whatever statement, whichever program.
CREATE TRIGGER event_stays BEFORE UPDATE ON event BEGIN
	SELECT RAISE(ABORT, 'the ledger is never changed');
END;
CREATE TRIGGER event_is_new BEFORE INSERT ON event WHEN EXISTS (SELECT 1 FROM event WHERE id = new.id) BEGIN
	SELECT RAISE(ABORT, 'the ledger is never changed');
END;
CREATE TRIGGER event_remains BEFORE DELETE ON event BEGIN
	SELECT RAISE(ABORT, 'nothing is taken out of the ledger');
END;

-- Help or a decision that somebody wants; owed by the managers of unit_id, which climbs when due_at passes.
CREATE TABLE ask (
	id INTEGER PRIMARY KEY,
	kind INTEGER NOT NULL CHECK (kind IN (0, 1)),    -- help, decision (server/base/kind.h)
	point_id INTEGER REFERENCES point (id),          -- in whose words it stands,
	report_id INTEGER REFERENCES report (id),        -- or in those of this report
	line_id INTEGER REFERENCES meeting_line (id),    -- or in this line of a meeting
	topic_id INTEGER REFERENCES topic (id),          -- or it was asked on this topic's page
	person_id INTEGER NOT NULL REFERENCES person (id),
	text TEXT NOT NULL CHECK (text <> ''),
	team_id INTEGER NOT NULL REFERENCES unit (id),   -- the asker's
	unit_id INTEGER NOT NULL REFERENCES unit (id),   -- whose managers owe the answer now
	state INTEGER NOT NULL CHECK (state BETWEEN 0 AND 4), -- open, answered, confirmed, closed, withdrawn (server/base/ask_state.h)
	due_at INTEGER NOT NULL,
	named INTEGER NOT NULL DEFAULT 0 CHECK (named IN (0, 1)), -- the asker's name may stand above an answer for all
	CHECK ((point_id IS NULL) + (report_id IS NULL) + (line_id IS NULL) + (topic_id IS NULL) = 3)
) STRICT;
CREATE INDEX ask_by_point ON ask (point_id);
CREATE INDEX ask_by_report ON ask (report_id) WHERE report_id IS NOT NULL;
CREATE INDEX ask_by_line ON ask (line_id) WHERE line_id IS NOT NULL;
CREATE INDEX ask_by_topic ON ask (topic_id, person_id) WHERE topic_id IS NOT NULL;
CREATE INDEX ask_by_person ON ask (person_id, id);
CREATE INDEX ask_open ON ask (unit_id, due_at) WHERE state = 0;
CREATE INDEX ask_due ON ask (due_at) WHERE state = 0;
CREATE INDEX ask_by_unit ON ask (unit_id, id);
CREATE INDEX ask_by_team ON ask (team_id, id);

-- Its path: asked, climbed, answered, confirmed, reopened, closed, withdrawn, shared (an answer for all was made of it).
CREATE TABLE ask_step (
	id INTEGER PRIMARY KEY,
	ask_id INTEGER NOT NULL REFERENCES ask (id),
	deed TEXT NOT NULL,
	person_id INTEGER REFERENCES person (id),        -- none: the clock
	unit_id INTEGER NOT NULL REFERENCES unit (id),   -- that owed the answer then, or owes it from then on
	text TEXT,                                       -- of an answer; why it did not help
	at INTEGER NOT NULL
) STRICT;
CREATE INDEX ask_step_by_ask ON ask_step (ask_id, id);
