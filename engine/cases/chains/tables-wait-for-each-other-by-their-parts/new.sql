CREATE TABLE nothing_else (id int PRIMARY KEY);
CREATE TABLE attachment (file_id int NOT NULL, class int NOT NULL);
CREATE TABLE order_attachment (PRIMARY KEY (file_id), CHECK (class = 1)) INHERITS (attachment);
CREATE RULE to_orders AS ON INSERT TO attachment WHERE NEW.class = 1
  DO INSTEAD INSERT INTO order_attachment (file_id, class) VALUES (NEW.file_id, NEW.class);
CREATE TABLE account (id int PRIMARY KEY, owner_id int, label text);
CREATE TABLE owner (id int PRIMARY KEY, account_id int);
CREATE FUNCTION is_labelled(account) RETURNS boolean LANGUAGE sql IMMUTABLE AS 'SELECT $1.label IS NOT NULL';
ALTER TABLE account ADD CONSTRAINT labelled CHECK (is_labelled(account)), ENABLE ROW LEVEL SECURITY;
CREATE POLICY of_owner ON account USING (EXISTS (SELECT FROM owner o WHERE o.account_id = account.id));
ALTER TABLE owner ENABLE ROW LEVEL SECURITY;
CREATE POLICY of_account ON owner USING (EXISTS (SELECT FROM account a WHERE a.owner_id = owner.id));
CREATE FUNCTION first_label() RETURNS SETOF account LANGUAGE sql AS 'SELECT * FROM account';
CREATE INDEX labelled_accounts ON account (id) WHERE is_labelled(account);
