-- Bulletins: what the headquarters issues to everybody, and who has read it.

-- id is its number: 1, 2, 3 … without gaps. Only the last may be a draft; a draft that is thrown away gives its number
-- back. What is being written stands here and in bulletin_item; what was issued in bulletin_edition and bulletin_piece.
CREATE TABLE bulletin (
	id INTEGER PRIMARY KEY,
	week INTEGER NOT NULL,                           -- of the headquarters, whose points it gathers
	state TEXT NOT NULL CHECK (state IN ('draft', 'published', 'correcting')),
	title TEXT NOT NULL,
	frame_md TEXT NOT NULL,                          -- the opening words
	frame_html TEXT NOT NULL,
	rules_md TEXT NOT NULL,                          -- rules that have changed
	rules_html TEXT NOT NULL,
	version INTEGER NOT NULL,                        -- of what is being written: every change raises it
	edition INTEGER NOT NULL,                        -- the newest that was issued; 0: none
	due_at INTEGER NOT NULL,
	publish_at INTEGER,                              -- a draft: by itself from then on
	scheduled_by INTEGER REFERENCES person (id),
	created_at INTEGER NOT NULL,
	changed_by INTEGER REFERENCES person (id),
	changed_at INTEGER NOT NULL,
	CHECK ((state = 'draft') = (edition = 0)),
	CHECK (publish_at IS NULL OR state = 'draft')
) STRICT;
CREATE INDEX bulletin_scheduled ON bulletin (publish_at) WHERE publish_at IS NOT NULL;
CREATE INDEX bulletin_by_week ON bulletin (week, id);
CREATE INDEX bulletin_written ON bulletin (id) WHERE state <> 'published';

-- What it shall carry. kind: point, synthesis, story, answer (server/store/bulletin.h).
CREATE TABLE bulletin_item (
	bulletin_id INTEGER NOT NULL REFERENCES bulletin (id),
	kind INTEGER NOT NULL CHECK (kind BETWEEN 0 AND 3),
	noun_id INTEGER NOT NULL,
	position INTEGER NOT NULL,                       -- among its kind
	comment TEXT NOT NULL,
	PRIMARY KEY (bulletin_id, kind, noun_id)
) STRICT;

-- As it was issued: never changed, but for a redaction. A correction is the next edition.
CREATE TABLE bulletin_edition (
	bulletin_id INTEGER NOT NULL REFERENCES bulletin (id),
	number INTEGER NOT NULL CHECK (number > 0),
	title TEXT NOT NULL,
	frame_md TEXT NOT NULL,
	frame_html TEXT NOT NULL,
	rules_md TEXT NOT NULL,
	rules_html TEXT NOT NULL,
	note TEXT,                                       -- what was corrected
	published_by INTEGER REFERENCES person (id),     -- none: from the command line
	published_at INTEGER NOT NULL,
	PRIMARY KEY (bulletin_id, number),
	CHECK ((number = 1) = (note IS NULL))
) STRICT;

CREATE TABLE bulletin_piece (
	bulletin_id INTEGER NOT NULL,
	edition INTEGER NOT NULL,
	kind INTEGER NOT NULL CHECK (kind BETWEEN 0 AND 3),
	noun_id INTEGER NOT NULL,
	position INTEGER NOT NULL,
	comment TEXT NOT NULL,
	title TEXT NOT NULL,
	title_en TEXT NOT NULL,                          -- of a synthesis, its topic's; else as title
	body_md TEXT NOT NULL,
	body_html TEXT NOT NULL,
	point_kind INTEGER,                              -- of a point
	author TEXT,                                     -- none: it is not said
	team TEXT,
	branch TEXT,
	week INTEGER,
	team_at INTEGER,                                 -- when it rose from there
	branch_at INTEGER,
	PRIMARY KEY (bulletin_id, edition, kind, noun_id),
	FOREIGN KEY (bulletin_id, edition) REFERENCES bulletin_edition (bulletin_id, number)
) STRICT;
CREATE INDEX bulletin_piece_by_noun ON bulletin_piece (kind, noun_id);

-- Who it was for when it was issued, and what they did with it; the units as they were then.
CREATE TABLE receipt (
	bulletin_id INTEGER NOT NULL REFERENCES bulletin (id),
	person_id INTEGER NOT NULL REFERENCES person (id),
	unit_id INTEGER NOT NULL REFERENCES unit (id),
	branch_id INTEGER REFERENCES unit (id),          -- of a team its branch, of a branch itself
	delivered_at INTEGER NOT NULL,
	opened_at INTEGER,
	signed_at INTEGER,
	reminded_at INTEGER,
	PRIMARY KEY (bulletin_id, person_id),
	CHECK (signed_at IS NULL OR opened_at IS NOT NULL)
) STRICT, WITHOUT ROWID;
CREATE INDEX receipt_of_person ON receipt (person_id, bulletin_id);
CREATE INDEX receipt_waiting ON receipt (person_id, bulletin_id) WHERE signed_at IS NULL;
CREATE INDEX receipt_of_unit ON receipt (bulletin_id, unit_id);
CREATE INDEX receipt_of_branch ON receipt (bulletin_id, branch_id);
CREATE INDEX receipt_to_remind ON receipt (delivered_at) WHERE signed_at IS NULL AND reminded_at IS NULL;
