CREATE EXTENSION btree_gist;
CREATE TABLE bookings (room int, during tstzrange, CONSTRAINT no_overlap EXCLUDE USING gist (room WITH =, during WITH &&) WHERE (room > 0));
