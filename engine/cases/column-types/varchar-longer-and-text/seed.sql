INSERT INTO people VALUES (1, 'Kim', 'k', 'ICN'), (2, 'Lee', NULL, 'PUS');
