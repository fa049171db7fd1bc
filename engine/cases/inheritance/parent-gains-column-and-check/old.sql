CREATE TABLE cities (name text, population int);
CREATE TABLE capitals (state text) INHERITS (cities);
CREATE TABLE royal (throne text) INHERITS (capitals);
