-- What is said further: answers for all, and who is named in what is said.

-- An ask that the headquarters answered, told to everybody in words of its own. Nothing of the point or report that it
-- stood in is here.
CREATE TABLE reply (
	id INTEGER PRIMARY KEY,
	ask_id INTEGER NOT NULL UNIQUE REFERENCES ask (id),
	question TEXT NOT NULL CHECK (question <> ''),
	body_md TEXT NOT NULL CHECK (body_md <> ''),
	body_html TEXT NOT NULL,                         -- rendered on write
	withdrawn INTEGER NOT NULL DEFAULT 0 CHECK (withdrawn IN (0, 1)), -- seen by the headquarters only
	version INTEGER NOT NULL,
	created_at INTEGER NOT NULL,
	changed_by INTEGER REFERENCES person (id),
	changed_at INTEGER NOT NULL
) STRICT;

CREATE TABLE reply_version (
	reply_id INTEGER NOT NULL REFERENCES reply (id),
	number INTEGER NOT NULL,
	question TEXT NOT NULL,
	body_md TEXT NOT NULL,
	saved_by INTEGER REFERENCES person (id),
	saved_at INTEGER NOT NULL,
	PRIMARY KEY (reply_id, number)
) STRICT;

CREATE TABLE reply_topic (
	reply_id INTEGER NOT NULL REFERENCES reply (id),
	topic_id INTEGER NOT NULL REFERENCES topic (id),
	PRIMARY KEY (reply_id, topic_id)
) STRICT;
CREATE INDEX reply_topic_by_topic ON reply_topic (topic_id, reply_id);

-- Who is named in a remark, or in what was said to an ask: `word` is what stands behind the @ there, whatever the person
-- is called today.
CREATE TABLE mention (
	id INTEGER PRIMARY KEY,
	remark_id INTEGER REFERENCES remark (id),
	step_id INTEGER REFERENCES ask_step (id),
	person_id INTEGER NOT NULL REFERENCES person (id),
	word TEXT NOT NULL CHECK (word <> ''),
	CHECK ((remark_id IS NULL) <> (step_id IS NULL))
) STRICT;
CREATE INDEX mention_by_remark ON mention (remark_id, person_id) WHERE remark_id IS NOT NULL;
CREATE INDEX mention_by_step ON mention (step_id, person_id) WHERE step_id IS NOT NULL;
