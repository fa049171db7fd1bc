CREATE TABLE jobs (id int PRIMARY KEY);
CREATE TABLE runs (id int PRIMARY KEY, job_id int REFERENCES jobs);
