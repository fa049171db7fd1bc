INSERT INTO samples VALUES (1, '{1,2}', '{a,b}');
