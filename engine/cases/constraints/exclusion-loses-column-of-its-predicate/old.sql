CREATE TABLE bookings (
  room int4range,
  during tstzrange,
  cancelled boolean DEFAULT false,
  EXCLUDE USING gist (room WITH &&, during WITH &&) WHERE (NOT cancelled)
);
