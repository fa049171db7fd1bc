CREATE TABLE item (id integer, u uuid DEFAULT gen_random_uuid(), t text);
