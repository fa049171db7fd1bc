CREATE SCHEMA fresh;
COMMENT ON SCHEMA fresh IS 'new things';
CREATE TABLE fresh.t (id int);
