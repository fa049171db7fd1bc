CREATE TABLE members (id serial PRIMARY KEY, name text UNIQUE, CHECK (name <> ''));
CREATE TABLE posts (id int, member_id int REFERENCES members);
CREATE INDEX members_lower_idx ON members (lower(name));
