INSERT INTO samples (id, a, b, d, e) VALUES (1, '{1,2}', '{a,b}', '{sad,ok}', '{1}');
