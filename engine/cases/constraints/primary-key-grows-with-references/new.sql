CREATE TABLE accounts (tenant int, id int, PRIMARY KEY (tenant, id));
CREATE TABLE entries (id int PRIMARY KEY, tenant int, account_id int, FOREIGN KEY (tenant, account_id) REFERENCES accounts);
