CREATE TABLE orders (id int, status text DEFAULT 'new', priority int, region text DEFAULT 'kr');
