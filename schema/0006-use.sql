-- What somebody used, and what came of it: a point (noun 0), a story (1), or what a topic's page says (2).
CREATE TABLE use (
	id INTEGER PRIMARY KEY,
	noun INTEGER NOT NULL CHECK (noun BETWEEN 0 AND 2), -- server/store/use.h
	noun_id INTEGER NOT NULL,                        -- its number there
	person_id INTEGER NOT NULL REFERENCES person (id),
	unit_id INTEGER NOT NULL REFERENCES unit (id),   -- that person's unit then, for good
	branch_id INTEGER REFERENCES unit (id),          -- and the branch that unit was, or lay in; none: the headquarters
	effect INTEGER NOT NULL CHECK (effect BETWEEN 0 AND 2), -- worked, partly, failed (server/base/effect.h)
	text TEXT NOT NULL CHECK (text <> ''),           -- what happened
	conditions TEXT,                                 -- under which it failed, or went only partly
	customer TEXT,                                   -- what kind of customer it was
	day INTEGER NOT NULL,                            -- on which it was used (base/clock.h: day_number)
	anonymous INTEGER NOT NULL DEFAULT 0 CHECK (anonymous IN (0, 1)),
	at INTEGER NOT NULL,
	changed_at INTEGER,
	withdrawn_at INTEGER,
	CHECK (effect <> 2 OR conditions IS NOT NULL)
) STRICT;
CREATE INDEX use_of ON use (noun, noun_id, id);
CREATE INDEX use_by_effect ON use (effect, id) WHERE withdrawn_at IS NULL; -- the newest failures
CREATE INDEX use_by_person ON use (person_id, id);

-- Who read a point last.
CREATE INDEX reading_newest ON reading (point_id, at);
