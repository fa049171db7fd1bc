CREATE TABLE parent (x int NOT NULL, y text, CONSTRAINT filled CHECK (y <> 'no'));
CREATE TABLE child (z int) INHERITS (parent);
CREATE TABLE grandchild () INHERITS (child);
