INSERT INTO 회원 (이름) VALUES ('김');
