CREATE TABLE empty ();
CREATE TABLE filled (a int);
