-- Meetings of teams and branches, the reviews in depth of what people wrote, and the tasks of a team.

-- Something that a team does together for a while: 华东新品上市. After-task reflections of that name belong to it.
CREATE TABLE task (
	id INTEGER PRIMARY KEY,
	team_id INTEGER NOT NULL REFERENCES unit (id),
	name TEXT NOT NULL CHECK (name <> ''),
	from_day INTEGER NOT NULL,                       -- base/clock.h: day_number
	to_day INTEGER,                                  -- planned; none: not said
	outcome INTEGER CHECK (outcome BETWEEN 0 AND 2), -- success, mixed, failure (server/base/meeting_kind.h); none: still open
	review TEXT NOT NULL DEFAULT '',                 -- Markdown
	version INTEGER NOT NULL,
	opened_by INTEGER NOT NULL REFERENCES person (id),
	opened_at INTEGER NOT NULL,
	closed_by INTEGER REFERENCES person (id),
	closed_at INTEGER,
	CHECK ((closed_at IS NULL) = (outcome IS NULL))
) STRICT;

CREATE INDEX task_by_name ON task (team_id, name);

CREATE TABLE task_person (
	task_id INTEGER NOT NULL REFERENCES task (id),
	person_id INTEGER NOT NULL REFERENCES person (id),
	PRIMARY KEY (task_id, person_id)
) STRICT, WITHOUT ROWID;

CREATE INDEX reflection_by_task ON reflection (team_id, task) WHERE task IS NOT NULL;

-- For the unit and its managers, for good: no roll-up takes it further.
CREATE TABLE meeting (
	id INTEGER PRIMARY KEY,
	kind INTEGER NOT NULL CHECK (kind BETWEEN 0 AND 3),       -- server/base/meeting_kind.h
	length INTEGER NOT NULL CHECK (length BETWEEN 0 AND 3),
	unit_id INTEGER NOT NULL REFERENCES unit (id),            -- a team or a branch
	day INTEGER NOT NULL,                                     -- base/clock.h: day_number
	task_id INTEGER REFERENCES task (id),                     -- of a task review
	recorder_id INTEGER REFERENCES person (id),               -- keeps the record beside the managers
	notes TEXT NOT NULL DEFAULT '',
	version INTEGER NOT NULL,
	created_by INTEGER NOT NULL REFERENCES person (id),
	created_at INTEGER NOT NULL,
	changed_at INTEGER NOT NULL,
	dropped_at INTEGER                                        -- was called off with nothing in it
) STRICT;
CREATE INDEX meeting_by_unit ON meeting (unit_id, day, id);
CREATE INDEX meeting_by_task ON meeting (task_id) WHERE task_id IS NOT NULL;

-- Who was there, and whose turn it is to go deep where the manager chose otherwise than the rota.
CREATE TABLE meeting_person (
	meeting_id INTEGER NOT NULL REFERENCES meeting (id),
	person_id INTEGER NOT NULL REFERENCES person (id),
	present INTEGER CHECK (present IN (0, 1)),                -- none: not said
	turn INTEGER NOT NULL DEFAULT 0 CHECK (turn IN (0, 1)),
	PRIMARY KEY (meeting_id, person_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX meeting_person_by_person ON meeting_person (person_id, meeting_id);

-- One answer to one of the six questions, and what became of it.
CREATE TABLE meeting_line (
	id INTEGER PRIMARY KEY,
	meeting_id INTEGER NOT NULL REFERENCES meeting (id),
	question INTEGER NOT NULL CHECK (question BETWEEN 0 AND 5), -- server/base/meeting_kind.h
	person_id INTEGER REFERENCES person (id),                 -- who said it; none: all of them
	text TEXT NOT NULL CHECK (text <> ''),
	kind INTEGER CHECK (kind IN (0, 1)),                      -- shall be a point of this kind in its speaker's week
	point_id INTEGER REFERENCES point (id),                   -- and is this one
	topic_id INTEGER REFERENCES topic (id),                   -- the ability that it misses
	added_by INTEGER NOT NULL REFERENCES person (id),
	at INTEGER NOT NULL
) STRICT;
CREATE INDEX meeting_line_by_meeting ON meeting_line (meeting_id, question, id);
CREATE INDEX meeting_line_to_write ON meeting_line (person_id, at) WHERE kind IS NOT NULL AND point_id IS NULL;
CREATE INDEX meeting_line_by_point ON meeting_line (point_id) WHERE point_id IS NOT NULL;
CREATE INDEX meeting_line_by_topic ON meeting_line (topic_id) WHERE topic_id IS NOT NULL;

-- One point gone through in depth. Its whys and its advice are remarks under the point.
CREATE TABLE review (
	id INTEGER PRIMARY KEY,
	meeting_id INTEGER NOT NULL REFERENCES meeting (id),
	unit_id INTEGER NOT NULL REFERENCES unit (id),            -- the meeting's
	point_id INTEGER NOT NULL REFERENCES point (id),
	purpose TEXT NOT NULL DEFAULT '',
	plan TEXT NOT NULL DEFAULT '',
	happened TEXT NOT NULL DEFAULT '',
	difference TEXT NOT NULL DEFAULT '',
	step TEXT NOT NULL DEFAULT '',                            -- the next one, by whom, until when
	step_person_id INTEGER REFERENCES person (id),
	step_until INTEGER,
	result INTEGER CHECK (result BETWEEN 0 AND 2),            -- of that step: done, partly, not
	result_text TEXT,
	result_meeting_id INTEGER REFERENCES meeting (id),        -- where it was told
	result_by INTEGER REFERENCES person (id),
	result_at INTEGER,
	version INTEGER NOT NULL,
	reviewed_by INTEGER NOT NULL REFERENCES person (id),
	at INTEGER NOT NULL,
	changed_at INTEGER NOT NULL,
	UNIQUE (meeting_id, point_id),
	CHECK ((result IS NULL) = (result_at IS NULL))
) STRICT;
CREATE INDEX review_by_point ON review (point_id);
CREATE INDEX review_open_step ON review (unit_id, step_until) WHERE step <> '' AND result IS NULL;
CREATE INDEX review_open_step_of ON review (step_person_id, step_until) WHERE step <> '' AND result IS NULL;
CREATE INDEX review_told ON review (result_meeting_id) WHERE result_meeting_id IS NOT NULL;
