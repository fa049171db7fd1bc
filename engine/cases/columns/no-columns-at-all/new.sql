CREATE TABLE empty (a int);
CREATE TABLE filled ();
