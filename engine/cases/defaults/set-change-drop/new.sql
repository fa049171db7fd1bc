CREATE TABLE orders (id int, status text DEFAULT 'open', priority int DEFAULT 3, region text);
