CREATE DOMAIN price AS numeric(8, 2) DEFAULT 0 CONSTRAINT positive CHECK (VALUE >= 0);
CREATE TABLE items (id int, p price);
