CREATE TABLE t (a int, b int);
CREATE TABLE log (a int);
CREATE RULE log_insert AS ON INSERT TO t DO ALSO INSERT INTO log VALUES (NEW.a);
