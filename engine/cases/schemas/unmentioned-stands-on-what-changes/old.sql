CREATE TYPE public.mood AS ENUM ('fine', 'bad', 'worse');
CREATE TABLE public.users (id integer PRIMARY KEY, age integer);

CREATE SCHEMA reporting;
CREATE VIEW reporting.ages AS SELECT age FROM public.users WHERE id > 0;
CREATE VIEW reporting.oldest AS SELECT max(age) AS age FROM reporting.ages;
COMMENT ON VIEW reporting.ages IS 'for the dashboard';
CREATE TABLE reporting.notes (id integer PRIMARY KEY, user_id integer REFERENCES public.users (id), mood public.mood DEFAULT 'fine');
CREATE PUBLICATION feed FOR TABLE public.users;
