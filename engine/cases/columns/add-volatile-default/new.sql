CREATE TABLE sessions (id int PRIMARY KEY, token uuid NOT NULL DEFAULT gen_random_uuid(), salt double precision DEFAULT random());
