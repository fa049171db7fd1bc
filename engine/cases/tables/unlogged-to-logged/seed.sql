INSERT INTO cache (body) VALUES ('a'), ('b');
