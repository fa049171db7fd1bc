CREATE TYPE size AS ENUM ('s', 'l');
CREATE TABLE shirts (id int, s size DEFAULT 's');
