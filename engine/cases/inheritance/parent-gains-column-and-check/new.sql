CREATE TABLE cities (name text, population int, area numeric DEFAULT 1, CONSTRAINT populated CHECK (population > 0));
CREATE TABLE capitals (state text) INHERITS (cities);
CREATE TABLE royal (throne text) INHERITS (capitals);
