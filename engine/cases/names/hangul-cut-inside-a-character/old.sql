CREATE TABLE 아주아주아주아주긴이름의표입니다 (번호 int, 아주아주긴이름의열입니다정말로 int);
