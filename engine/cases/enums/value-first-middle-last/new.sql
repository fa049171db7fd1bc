CREATE TYPE size AS ENUM ('xs', 's', 'm', 'l', 'xl');
CREATE TABLE shirts (id int, s size DEFAULT 's');
