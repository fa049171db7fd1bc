CREATE TABLE accounts (tenant int, id int, PRIMARY KEY (id));
CREATE TABLE entries (id int PRIMARY KEY, tenant int, account_id int, FOREIGN KEY (account_id) REFERENCES accounts);
