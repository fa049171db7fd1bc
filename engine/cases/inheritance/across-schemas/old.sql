CREATE SCHEMA base;
CREATE TABLE base.audited (created_at timestamptz NOT NULL DEFAULT now());
CREATE TABLE orders (id int PRIMARY KEY) INHERITS (base.audited);
