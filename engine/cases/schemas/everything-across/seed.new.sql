INSERT INTO data.t (s, p) VALUES ('b', 1);
