INSERT INTO invoices (n) VALUES ('a');
