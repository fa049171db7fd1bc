CREATE TABLE member (id serial PRIMARY KEY, name text UNIQUE, CHECK (name <> ''));
CREATE TABLE posts (id int, member_id int REFERENCES member);
CREATE INDEX member_lower_idx ON member (lower(name));
