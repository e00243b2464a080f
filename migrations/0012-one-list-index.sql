-- Sorted by start alone it led a prepared statement through everything that is over before it came to what is not.
-- workshops_not_over serves the same lists.
drop index workshops_upcoming;
