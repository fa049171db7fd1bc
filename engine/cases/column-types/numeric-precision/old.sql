CREATE TABLE prices (id int PRIMARY KEY, amount numeric(8, 2) NOT NULL, rate numeric);
