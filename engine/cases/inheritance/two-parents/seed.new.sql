INSERT INTO events (name, place) VALUES ('a', 'b');
