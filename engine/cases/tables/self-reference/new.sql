CREATE TABLE categories (id int PRIMARY KEY, name text, parent_id int REFERENCES categories ON DELETE SET NULL, CHECK (parent_id <> id));
