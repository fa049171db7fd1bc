CREATE TABLE shifts (id int PRIMARY KEY, length interval day to second, pause interval);
