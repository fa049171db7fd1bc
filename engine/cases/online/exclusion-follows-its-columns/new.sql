CREATE TABLE bookings (
  id int PRIMARY KEY,
  starts timestamptz NOT NULL,
  ends timestamptz NOT NULL,
  EXCLUDE USING gist (tstzrange(starts, ends) WITH &&)
);
CREATE TABLE seats (
  place int8range,
  price int,
  taken int8range,
  CONSTRAINT one_each EXCLUDE USING gist (place WITH &&) WHERE (price > 0) DEFERRABLE INITIALLY DEFERRED
);
COMMENT ON CONSTRAINT one_each ON seats IS 'nobody sits on two';
