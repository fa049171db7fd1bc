CREATE TABLE prices (id int PRIMARY KEY, cents numeric(10, 2) NOT NULL DEFAULT 0, CONSTRAINT cents_positive CHECK (cents >= 0));
