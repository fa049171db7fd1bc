INSERT INTO t VALUES (1, '[0,2]', '{[0,1],[5,6]}');
