CREATE TABLE samples (
  id int PRIMARY KEY,
  a smallint, b bigint, c numeric(12, 3), d numeric, e real, f double precision, g boolean,
  h char(3), i varchar(40), j varchar, k text, l bytea, m bit(4), n bit varying(9),
  o date, p time, q time(3), r timetz, s timestamp, t timestamp(0), u timestamptz, v timestamptz(6),
  w interval, x interval day to second(2), y interval year to month, z money,
  aa uuid, ab json, ac jsonb, ad xml, ae inet, af cidr, ag macaddr, ah macaddr8,
  ai point, aj line, ak lseg, al box, am path, an polygon, ao circle,
  ap tsvector, aq tsquery, ar int4range, at tstzrange, au nummultirange, av oid, aw regclass, ax name, ay "char", az pg_lsn, ba jsonpath);
