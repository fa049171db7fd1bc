CREATE TABLE parent (x int NOT NULL, y text, CONSTRAINT filled CHECK (y <> ''));
CREATE TABLE child (z int) INHERITS (parent);
CREATE TABLE grandchild () INHERITS (child);
