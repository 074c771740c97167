-- Points of a branch's week that no text takes up, and why: so that nothing of the sources is lost without a word.
CREATE TABLE leave (
	point_id INTEGER PRIMARY KEY REFERENCES point (id),
	reason TEXT NOT NULL CHECK (reason <> ''),
	left_by INTEGER REFERENCES person (id),
	left_at INTEGER NOT NULL
) STRICT;
