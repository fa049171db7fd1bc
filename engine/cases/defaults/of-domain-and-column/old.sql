CREATE DOMAIN status AS text DEFAULT 'new';
CREATE TABLE t (id int, s status, r status DEFAULT 'mine');
