CREATE TABLE 아주아주아주아주긴이름의표입니다 (번호 int PRIMARY KEY, 아주아주긴이름의열입니다정말로 int NOT NULL UNIQUE);
CREATE TABLE 나누어진아주아주아주긴이름의표입니다 (번호 int, 값 text) PARTITION BY LIST (번호);
CREATE TABLE 나누어진아주아주아주긴이름의표입니다하나 PARTITION OF 나누어진아주아주아주긴이름의표입니다 FOR VALUES IN (1);
CREATE INDEX ON 나누어진아주아주아주긴이름의표입니다 (값);
