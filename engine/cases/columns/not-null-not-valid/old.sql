CREATE TABLE accounts (id int, owner text);
