-- Somebody stands in while the manager is away: the moment it is over; NULL: until dismissed.
ALTER TABLE deputy ADD COLUMN until INTEGER;
