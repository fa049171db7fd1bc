CREATE TABLE cities (name text NOT NULL, population int DEFAULT 0 CHECK (population >= 0));
