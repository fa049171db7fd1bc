CREATE TABLE shifts (id int PRIMARY KEY, length interval, pause interval hour to minute);
