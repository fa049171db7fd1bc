CREATE TABLE t (e text DEFAULT 'a@b', es text[]);
