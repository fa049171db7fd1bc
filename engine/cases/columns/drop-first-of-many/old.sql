CREATE TABLE points (legacy_id int, x int, y int, label text DEFAULT 'p');
