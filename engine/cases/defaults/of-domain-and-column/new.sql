CREATE DOMAIN status AS text DEFAULT 'fresh';
CREATE TABLE t (id int, s status DEFAULT 'old', r status);
