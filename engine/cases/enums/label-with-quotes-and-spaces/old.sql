CREATE TYPE odd AS ENUM ('it''s', 'two words');
CREATE TABLE t (a odd DEFAULT 'two words');
