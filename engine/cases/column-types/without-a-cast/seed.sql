INSERT INTO t VALUES (1, '[1,5)', '[2,3)', NULL, '01:02:03'), (2, 'empty', '(,4)', NULL, NULL);
