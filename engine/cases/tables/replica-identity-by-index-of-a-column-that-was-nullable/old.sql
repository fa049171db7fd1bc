CREATE TABLE readings (sensor int, value int);
