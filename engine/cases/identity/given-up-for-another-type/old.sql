CREATE TABLE tickets (id integer GENERATED ALWAYS AS IDENTITY (START 10), title text);
