CREATE TYPE 등급 AS ENUM ('일반', '우수');
CREATE TABLE 회원 (번호 int GENERATED ALWAYS AS IDENTITY PRIMARY KEY, 이름 varchar(30) NOT NULL, 등급 등급 DEFAULT '일반', CHECK (이름 <> ''));
CREATE INDEX ON 회원 (이름);
CREATE VIEW 우수회원 AS SELECT 번호, 이름 FROM 회원 WHERE 등급 = '우수';
COMMENT ON TABLE 회원 IS '가입한 사람';
