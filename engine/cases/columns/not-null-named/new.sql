CREATE TABLE accounts (id int, owner text NOT NULL, note text CONSTRAINT note_given NOT NULL, mail text CONSTRAINT mail_given NOT NULL);
