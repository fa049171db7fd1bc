CREATE DOMAIN name AS text CHECK (VALUE <> '');
CREATE DOMAIN short_name AS name CHECK (length(VALUE) < 10);
CREATE TABLE t (n short_name);
