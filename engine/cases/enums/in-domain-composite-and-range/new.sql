CREATE TYPE grade AS ENUM ('a', 'b');
CREATE DOMAIN passed AS grade CHECK (VALUE <> 'b');
CREATE TYPE result AS (g grade, at date);
CREATE TABLE exams (id int, g passed, r result, gs grade[]);
