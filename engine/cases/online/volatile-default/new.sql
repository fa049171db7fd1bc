CREATE TABLE t (
  id int PRIMARY KEY,
  a text,
  token uuid NOT NULL DEFAULT gen_random_uuid(),
  roll double precision DEFAULT random(),
  created timestamptz NOT NULL DEFAULT now()
);
