CREATE TYPE grade AS ENUM ('a', 'b', 'x');
CREATE DOMAIN passed AS grade CHECK (VALUE <> 'x');
CREATE TYPE result AS (g grade, at date);
CREATE TABLE exams (id int, g passed, r result, gs grade[]);
