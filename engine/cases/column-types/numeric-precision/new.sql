CREATE TABLE prices (id int PRIMARY KEY, amount numeric(12, 2) NOT NULL, rate numeric(5, 2));
