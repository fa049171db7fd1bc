INSERT INTO baskets VALUES (1, '{1,2}', '(3,EUR)');
