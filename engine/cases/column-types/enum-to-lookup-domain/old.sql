CREATE TYPE level AS ENUM ('low', 'high');
CREATE TABLE alerts (id int PRIMARY KEY, severity level NOT NULL DEFAULT 'low');
