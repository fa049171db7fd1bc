CREATE TABLE parent (a int, b int NOT NULL);
CREATE TABLE child () INHERITS (parent);
