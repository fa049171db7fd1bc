CREATE DOMAIN level_name AS text CHECK (VALUE IN ('low', 'high'));
CREATE TABLE alerts (id int PRIMARY KEY, severity level_name NOT NULL DEFAULT 'low');
