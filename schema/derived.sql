-- What can be computed from the truth: dropped and rebuilt when this file changes, never migrated.
-- server/store/derived.c fills the tables after this script ran.

DROP VIEW IF EXISTS placement;
DROP VIEW IF EXISTS pin_now;
DROP VIEW IF EXISTS pin_count_now;
DROP VIEW IF EXISTS proven_now;
DROP VIEW IF EXISTS trail_now;
DROP VIEW IF EXISTS sight_now;
DROP VIEW IF EXISTS steward_now;
DROP TABLE IF EXISTS tally;
DROP TABLE IF EXISTS pin;
DROP TABLE IF EXISTS pin_count;
DROP TABLE IF EXISTS wrote;
DROP TABLE IF EXISTS sight;
DROP TABLE IF EXISTS steward;
DROP TABLE IF EXISTS evidence;
DROP TABLE IF EXISTS proven;
DROP TABLE IF EXISTS trail;

-- Who manages what: by role, as deputy, and the branch's managers for a team that has none.
-- Role bits: rep 1, team_manager 2, branch_manager 4, trainer 8, hq 16 (server/base/role.h).
CREATE TABLE steward (
	person_id INTEGER NOT NULL,
	unit_id INTEGER NOT NULL,
	PRIMARY KEY (person_id, unit_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX steward_by_unit ON steward (unit_id, person_id);

CREATE VIEW steward_now AS
WITH own (person_id, unit_id) AS (
	SELECT p.id, p.unit_id FROM person p JOIN unit u ON u.id = p.unit_id
	WHERE p.active = 1 AND ((u.kind = 'team' AND (p.roles & 2) <> 0) OR (u.kind = 'branch' AND (p.roles & 4) <> 0)
		OR (u.kind = 'hq' AND (p.roles & 16) <> 0))
	UNION
	SELECT d.person_id, d.unit_id FROM deputy d JOIN person p ON p.id = d.person_id AND p.active = 1
)
SELECT person_id, unit_id FROM own
UNION
SELECT o.person_id, t.id FROM unit t JOIN own o ON o.unit_id = t.parent_id
WHERE t.kind = 'team' AND NOT EXISTS (SELECT 1 FROM own x WHERE x.unit_id = t.id);

-- Who sees what: a person sees a point of a unit (its team, its branch, or the headquarters = 1) if the point's reach is
-- at least `reach` there. Beside it stand two rules without rows: the author always, everybody at reach 4.
-- Person 0 is the owner of the machine.
CREATE TABLE sight (
	person_id INTEGER NOT NULL,
	unit_id INTEGER NOT NULL,
	reach INTEGER NOT NULL,
	PRIMARY KEY (person_id, unit_id)
) STRICT, WITHOUT ROWID;

CREATE VIEW sight_now AS
SELECT person_id, unit_id, min(reach) AS reach FROM (
	SELECT p.id AS person_id, p.unit_id AS unit_id, 1 AS reach
	FROM person p JOIN unit u ON u.id = p.unit_id AND u.kind = 'team'
	WHERE p.active = 1 AND (p.roles & 3) <> 0
	UNION ALL
	SELECT s.person_id, s.unit_id, CASE u.kind WHEN 'team' THEN 1 WHEN 'branch' THEN 2 ELSE 3 END
	FROM steward_now s JOIN unit u ON u.id = s.unit_id
	UNION ALL
	-- trainers wherever they sit
	SELECT p.id, 1, 3 FROM person p WHERE p.active = 1 AND (p.roles & 8) <> 0
	UNION ALL
	SELECT 0, 1, 0
) AS rules
GROUP BY person_id, unit_id;

-- Where a point counts: a row for each level it has risen to and each topic it has. topic_id 0 stands for the point
-- itself, -1 for "without a topic"; part_id is the child unit it came from (a team's own at the first level).
CREATE VIEW placement AS
SELECT l.point_id, l.unit_id, l.week, l.part_id, t.topic_id, l.kind
FROM (
	SELECT id AS point_id, team_id AS unit_id, team_week AS week, team_id AS part_id, kind FROM point WHERE reach >= 1
	UNION ALL
	SELECT id, branch_id, branch_week, team_id, kind FROM point WHERE reach >= 2
	UNION ALL
	SELECT id, 1, hq_week, branch_id, kind FROM point WHERE reach >= 3 AND hq_week IS NOT NULL
) l JOIN (
	SELECT id AS point_id, 0 AS topic_id FROM point
	UNION ALL
	SELECT point_id, topic_id FROM point_topic
	UNION ALL
	SELECT p.id, -1 FROM point p WHERE NOT EXISTS (SELECT 1 FROM point_topic pt WHERE pt.point_id = p.id)
) t ON t.point_id = l.point_id;

-- How many points per unit, week, part, topic and kind; kept in the writing transaction, always equal to a recount of placement.
CREATE TABLE tally (
	unit_id INTEGER NOT NULL,
	week INTEGER NOT NULL,
	topic_id INTEGER NOT NULL,
	part_id INTEGER NOT NULL,
	kind INTEGER NOT NULL,
	n INTEGER NOT NULL,
	PRIMARY KEY (unit_id, week, topic_id, part_id, kind)
) STRICT, WITHOUT ROWID;

-- Points under each topic, in each range that somebody sees as a whole: a team's, a branch's, what is at the headquarters = 1,
-- what is for everybody = 0.
CREATE VIEW pin_now AS
SELECT l.scope, t.topic_id, l.kind, l.point_id
FROM (
	SELECT id AS point_id, team_id AS scope, kind FROM point WHERE reach >= 1
	UNION ALL
	SELECT id, branch_id, kind FROM point WHERE reach >= 2
	UNION ALL
	SELECT id, 1, kind FROM point WHERE reach >= 3
	UNION ALL
	SELECT id, 0, kind FROM point WHERE reach = 4
) l JOIN point_topic t ON t.point_id = l.point_id;

CREATE TABLE pin (
	scope INTEGER NOT NULL,
	topic_id INTEGER NOT NULL,
	kind INTEGER NOT NULL,
	point_id INTEGER NOT NULL,
	PRIMARY KEY (scope, topic_id, kind, point_id)
) STRICT, WITHOUT ROWID;

-- And how many of all weeks, such that what one person sees is a sum of a few rows that hold no point twice: of a team, by
-- the branch they rose to (0: to none yet); of a branch, its teams together (team 0); of all together (both 0).
CREATE VIEW pin_count_now AS
SELECT l.team_id, l.branch_id, l.reach, t.topic_id, l.kind, l.point_id
FROM (
	SELECT id AS point_id, team_id, ifnull(branch_id, 0) AS branch_id, reach, kind FROM point WHERE reach BETWEEN 1 AND 3
	UNION ALL
	SELECT id, 0, branch_id, reach, kind FROM point WHERE reach BETWEEN 2 AND 3
	UNION ALL
	SELECT id, 0, 0, reach, kind FROM point WHERE reach >= 3
) l JOIN point_topic t ON t.point_id = l.point_id;

CREATE TABLE pin_count (
	team_id INTEGER NOT NULL,
	branch_id INTEGER NOT NULL,
	reach INTEGER NOT NULL,
	topic_id INTEGER NOT NULL,
	kind INTEGER NOT NULL,
	n INTEGER NOT NULL,
	PRIMARY KEY (team_id, branch_id, reach, topic_id, kind)
) STRICT, WITHOUT ROWID;

-- In which teams somebody has written: who never moved sees all of their own as their team's.
CREATE TABLE wrote (
	author_id INTEGER NOT NULL,
	team_id INTEGER NOT NULL,
	n INTEGER NOT NULL, -- points
	PRIMARY KEY (author_id, team_id)
) STRICT, WITHOUT ROWID;

-- What the uses of something come to, as it stands now: how often, by how many people of how many teams and branches, and
-- how sure one may be that it works (server/base/wilson.h). Nothing that was never used has a row.
CREATE TABLE evidence (
	noun INTEGER NOT NULL,
	noun_id INTEGER NOT NULL,
	worked INTEGER NOT NULL,
	partly INTEGER NOT NULL,
	failed INTEGER NOT NULL,
	people INTEGER NOT NULL,
	teams INTEGER NOT NULL,
	branches INTEGER NOT NULL,
	score INTEGER NOT NULL,
	PRIMARY KEY (noun, noun_id)
) STRICT, WITHOUT ROWID;

-- Where a used point stands in lists by effect: in each range of points that somebody sees (a team's, a branch's, what is
-- at the headquarters = 1, what is for everybody = 0, an author's own = minus the person), for each topic (0: any).
-- rank: the score, and of equals the newer: (score + 1) << 40 | point.
CREATE VIEW proven_now AS
SELECT l.scope, t.topic_id, l.kind, (e.score + 1) * 1099511627776 + l.point_id AS rank, l.point_id
FROM (
	SELECT id AS point_id, team_id AS scope, kind FROM point WHERE reach >= 1
	UNION ALL
	SELECT id, branch_id, kind FROM point WHERE reach >= 2
	UNION ALL
	SELECT id, 1, kind FROM point WHERE reach >= 3
	UNION ALL
	SELECT id, 0, kind FROM point WHERE reach = 4
	UNION ALL
	SELECT id, -author_id, kind FROM point WHERE withdrawn = 0
) l JOIN evidence e ON e.noun = 0 AND e.noun_id = l.point_id
JOIN (
	SELECT id AS point_id, 0 AS topic_id FROM point
	UNION ALL
	SELECT point_id, topic_id FROM point_topic
) t ON t.point_id = l.point_id;

CREATE TABLE proven (
	scope INTEGER NOT NULL,
	topic_id INTEGER NOT NULL,
	kind INTEGER NOT NULL,
	rank INTEGER NOT NULL,
	point_id INTEGER NOT NULL,
	PRIMARY KEY (scope, topic_id, kind, rank)
) STRICT, WITHOUT ROWID;
CREATE INDEX proven_of ON proven (point_id);

-- When something last happened to each point, as the ledger has it: an author's points in the order of what is new.
CREATE VIEW trail_now AS
SELECT p.id AS point_id, p.author_id, max(e.id) AS event_id
FROM event e JOIN point p ON p.id = e.point_id GROUP BY p.id, p.author_id;

CREATE TABLE trail (
	point_id INTEGER PRIMARY KEY,
	author_id INTEGER NOT NULL,
	event_id INTEGER NOT NULL
) STRICT;
CREATE INDEX trail_newest ON trail (author_id, event_id);
