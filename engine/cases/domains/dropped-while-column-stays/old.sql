CREATE DOMAIN email AS text CHECK (VALUE LIKE '%@%') DEFAULT 'a@b';
CREATE TABLE t (e email, es email[]);
