CREATE TABLE points (x int, y int, label text DEFAULT 'p');
