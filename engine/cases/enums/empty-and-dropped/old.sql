CREATE TYPE nothing AS ENUM ();
CREATE TYPE something AS ENUM ('a');
