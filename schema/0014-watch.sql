-- How many hits each kept search had when it was looked at last: more of them are news. -1: not looked at yet.
ALTER TABLE search_watch ADD COLUMN total INTEGER NOT NULL DEFAULT -1;
