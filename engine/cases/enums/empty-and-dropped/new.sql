CREATE TYPE nothing AS ENUM ('x');
COMMENT ON TYPE nothing IS 'not any more';
