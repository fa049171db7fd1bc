CREATE TYPE status AS ENUM ('on', 'off');
CREATE TABLE users (id int, s status);
