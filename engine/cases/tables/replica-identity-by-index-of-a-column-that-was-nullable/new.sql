CREATE TABLE readings (sensor int NOT NULL, value int);
CREATE UNIQUE INDEX readings_sensor ON readings (sensor);
ALTER TABLE readings REPLICA IDENTITY USING INDEX readings_sensor;
