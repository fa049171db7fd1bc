CREATE TABLE accounts (id int NOT NULL UNIQUE, number text NOT NULL, CONSTRAINT accounts_pkey PRIMARY KEY (number), UNIQUE (id, number));
CREATE TABLE orders (id int, account_id int NOT NULL REFERENCES accounts (id) ON DELETE CASCADE, PRIMARY KEY (account_id, id));
