CREATE SCHEMA base;
CREATE TABLE base.audited (created_at timestamptz NOT NULL DEFAULT now(), updated_at timestamptz);
CREATE TABLE orders (id int PRIMARY KEY) INHERITS (base.audited);
CREATE TABLE bills (id int PRIMARY KEY) INHERITS (base.audited);
