CREATE TABLE base (id integer PRIMARY KEY, t text DEFAULT 'x');
CREATE TABLE kid (n bigint NOT NULL, t text DEFAULT 'own') INHERITS (base);
