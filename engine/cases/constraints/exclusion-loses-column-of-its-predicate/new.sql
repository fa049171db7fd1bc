CREATE TABLE bookings (
  room int4range,
  during tstzrange,
  EXCLUDE USING gist (room WITH &&, during WITH &&)
);
