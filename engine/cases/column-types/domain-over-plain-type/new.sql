CREATE DOMAIN email_address AS text CHECK (VALUE LIKE '%@%');
CREATE TABLE contacts (id int PRIMARY KEY, email email_address NOT NULL);
