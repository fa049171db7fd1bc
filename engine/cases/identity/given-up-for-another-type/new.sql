CREATE TABLE tickets (id numeric, title text);
