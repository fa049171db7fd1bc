CREATE DOMAIN name AS text CHECK (VALUE <> ' ');
CREATE DOMAIN short_name AS name CHECK (length(VALUE) < 20) DEFAULT 'x';
CREATE TABLE t (n short_name);
