CREATE TABLE status (x int);
CREATE TABLE users (id int);
