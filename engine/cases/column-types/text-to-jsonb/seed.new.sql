INSERT INTO payloads VALUES (1, '{"a": 1}');
