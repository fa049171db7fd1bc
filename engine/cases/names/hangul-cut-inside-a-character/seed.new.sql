INSERT INTO 아주아주아주아주긴이름의표입니다 VALUES (1, 2);
