CREATE TYPE odd AS ENUM ('it''s', '가나다', 'two words', 'back\slash');
CREATE TABLE t (a odd DEFAULT '가나다');
