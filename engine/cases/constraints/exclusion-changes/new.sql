CREATE TABLE bookings (during int4range, place box, CONSTRAINT no_overlap EXCLUDE USING gist (during WITH &&, place WITH &&) DEFERRABLE);
