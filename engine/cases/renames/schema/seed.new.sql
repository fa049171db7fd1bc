INSERT INTO fresh.t (a) VALUES ('x');
