INSERT INTO keys VALUES ('7f3c0d0e-93d8-4a45-8a3b-0a4a0b3ac111', 'a');
