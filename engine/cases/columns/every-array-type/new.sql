CREATE TYPE mood AS ENUM ('sad', 'ok');
CREATE DOMAIN positive AS int CHECK (VALUE > 0);
CREATE TABLE samples (id int PRIMARY KEY, a bigint[], b varchar(10)[], c numeric(6, 2)[], d mood[], e positive[], f int[][], g timestamptz(3)[], h interval[], i int4range[]);
