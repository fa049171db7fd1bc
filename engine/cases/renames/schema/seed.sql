INSERT INTO old.t (a) VALUES ('x');
