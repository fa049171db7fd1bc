CREATE TABLE accounts (id int PRIMARY KEY, number text NOT NULL, UNIQUE (id, number));
CREATE TABLE orders (id int PRIMARY KEY, account_id int NOT NULL REFERENCES accounts ON DELETE CASCADE);
