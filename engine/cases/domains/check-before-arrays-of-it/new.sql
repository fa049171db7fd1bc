CREATE DOMAIN weight AS integer CONSTRAINT positive CHECK (VALUE > 0);
CREATE TABLE apples (id integer PRIMARY KEY, weights weight[]);
