CREATE TABLE prices (id int PRIMARY KEY, cents int NOT NULL DEFAULT 0, CONSTRAINT cents_positive CHECK (cents >= 0));
