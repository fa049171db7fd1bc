CREATE TABLE 회원 (번호 int PRIMARY KEY, 이름 text);
