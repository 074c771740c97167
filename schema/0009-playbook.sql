-- The playbook: what is written on a topic's page, the path that newcomers read along, and stories told aloud.

-- One guide a topic: 操作指南 of a step, 难点办法 of a difficulty, 能力点 of an ability. What is being written stands in
-- body, what everybody reads in shown.
CREATE TABLE guide (
	id INTEGER PRIMARY KEY,
	topic_id INTEGER NOT NULL UNIQUE REFERENCES topic (id),
	state INTEGER NOT NULL CHECK (state BETWEEN 0 AND 2), -- draft: never given out; published; withdrawn (store/guide.h)
	owner_id INTEGER NOT NULL REFERENCES person (id),
	body_md TEXT NOT NULL CHECK (body_md <> ''),
	body_html TEXT NOT NULL,
	shown_md TEXT NOT NULL,
	shown_html TEXT NOT NULL,
	version INTEGER NOT NULL,
	shown_version INTEGER NOT NULL,                  -- 0: none was given out yet
	changed_by INTEGER REFERENCES person (id),
	changed_at INTEGER NOT NULL,
	shown_at INTEGER,
	recheck_days INTEGER NOT NULL CHECK (recheck_days BETWEEN 7 AND 1100),
	recheck_at INTEGER,                              -- is it still true? asked of its owner from then on
	checked_at INTEGER,                              -- when its owner said so last, without a change
	told INTEGER NOT NULL DEFAULT 0 CHECK (told IN (0, 1)), -- the owner was told that recheck_at has come
	CHECK ((state = 0) = (shown_version = 0)),
	CHECK (shown_version > 0 OR (shown_at IS NULL AND recheck_at IS NULL))
) STRICT;
CREATE INDEX guide_of_owner ON guide (owner_id);
CREATE INDEX guide_to_tell ON guide (recheck_at) WHERE state = 1 AND told = 0;

CREATE TABLE guide_version (
	guide_id INTEGER NOT NULL REFERENCES guide (id),
	number INTEGER NOT NULL,
	body_md TEXT NOT NULL,
	note TEXT,                                       -- why it was changed
	saved_by INTEGER REFERENCES person (id),
	saved_at INTEGER NOT NULL,
	shown_at INTEGER,                                -- none: it was never given out
	PRIMARY KEY (guide_id, number)
) STRICT;

-- The points that each version cites.
CREATE TABLE guide_cite (
	guide_id INTEGER NOT NULL REFERENCES guide (id),
	number INTEGER NOT NULL,
	point_id INTEGER NOT NULL REFERENCES point (id),
	position INTEGER NOT NULL,
	PRIMARY KEY (guide_id, number, point_id)
) STRICT;
CREATE INDEX guide_cite_by_point ON guide_cite (point_id, guide_id);

-- How many points somebody saw on a topic's page when they looked last: what is more is new to them.
CREATE TABLE topic_look (
	person_id INTEGER NOT NULL REFERENCES person (id),
	topic_id INTEGER NOT NULL REFERENCES topic (id),
	points INTEGER NOT NULL,
	at INTEGER NOT NULL,
	PRIMARY KEY (person_id, topic_id)
) STRICT, WITHOUT ROWID;

-- The reading path: pages in order, a topic's with its guide, or a story.
CREATE TABLE path_item (
	id INTEGER PRIMARY KEY,
	topic_id INTEGER REFERENCES topic (id),
	story_id INTEGER REFERENCES story (id),
	position INTEGER NOT NULL,
	note TEXT,                                       -- what to look at
	added_by INTEGER REFERENCES person (id),
	added_at INTEGER NOT NULL,
	removed_at INTEGER,                              -- what was ticked off stays so
	CHECK ((topic_id IS NULL) <> (story_id IS NULL))
) STRICT;
CREATE UNIQUE INDEX path_item_of_topic ON path_item (topic_id) WHERE topic_id IS NOT NULL;
CREATE UNIQUE INDEX path_item_of_story ON path_item (story_id) WHERE story_id IS NOT NULL;

-- Who reads along it. Who is new does without a row; the row comes with the first tick, or with their own wish.
CREATE TABLE path_walker (
	person_id INTEGER PRIMARY KEY REFERENCES person (id),
	since INTEGER NOT NULL,
	left_at INTEGER                                  -- does not want it
) STRICT;

CREATE TABLE path_tick (
	person_id INTEGER NOT NULL REFERENCES person (id),
	item_id INTEGER NOT NULL REFERENCES path_item (id),
	at INTEGER NOT NULL,
	PRIMARY KEY (person_id, item_id)
) STRICT, WITHOUT ROWID;

CREATE INDEX person_by_age ON person (created_at);

-- A story as one tells it in three minutes.
CREATE TABLE script (
	story_id INTEGER PRIMARY KEY REFERENCES story (id),
	text TEXT NOT NULL,                              -- "": it was taken out
	version INTEGER NOT NULL,
	changed_by INTEGER REFERENCES person (id),
	changed_at INTEGER NOT NULL
) STRICT;

CREATE TABLE script_version (
	story_id INTEGER NOT NULL REFERENCES script (story_id),
	number INTEGER NOT NULL,
	text TEXT NOT NULL,
	saved_by INTEGER REFERENCES person (id),
	saved_at INTEGER NOT NULL,
	PRIMARY KEY (story_id, number)
) STRICT;

-- Who told it to whom.
CREATE TABLE telling (
	id INTEGER PRIMARY KEY,
	story_id INTEGER NOT NULL REFERENCES story (id),
	person_id INTEGER NOT NULL REFERENCES person (id),
	unit_id INTEGER NOT NULL REFERENCES unit (id),   -- the teller's, then
	whom TEXT NOT NULL CHECK (whom <> ''),
	meeting_id INTEGER REFERENCES meeting (id),      -- where it was
	day INTEGER NOT NULL,                            -- base/clock.h: day_number
	listeners INTEGER NOT NULL CHECK (listeners BETWEEN 1 AND 9999),
	at INTEGER NOT NULL,
	withdrawn_at INTEGER
) STRICT;
CREATE INDEX telling_of_story ON telling (story_id, id);
CREATE INDEX telling_by_meeting ON telling (meeting_id) WHERE meeting_id IS NOT NULL;
