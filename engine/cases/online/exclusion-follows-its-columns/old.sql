CREATE TABLE bookings (
  id int PRIMARY KEY,
  starts timestamp NOT NULL,
  ends timestamp NOT NULL,
  EXCLUDE USING gist (tsrange(starts, ends) WITH &&)
);
CREATE TABLE seats (
  place int4range,
  price int,
  taken int4range,
  CONSTRAINT one_each EXCLUDE USING gist (place WITH &&) WHERE (price > 0) DEFERRABLE INITIALLY DEFERRED,
  CONSTRAINT one_taken EXCLUDE USING gist (taken WITH &&)
);
COMMENT ON CONSTRAINT one_each ON seats IS 'nobody sits on two';
