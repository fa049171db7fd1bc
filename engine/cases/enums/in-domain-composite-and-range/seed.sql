INSERT INTO exams VALUES (1, 'a', '(a,2026-01-01)', '{a,b}');
