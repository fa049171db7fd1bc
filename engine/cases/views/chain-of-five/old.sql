CREATE TABLE t (id int PRIMARY KEY, amount int);
CREATE VIEW v1 AS SELECT id, amount FROM t;
CREATE VIEW v2 AS SELECT id, amount * 2 AS amount FROM v1;
CREATE VIEW v3 AS SELECT v2.id, v2.amount + v1.amount AS amount FROM v2 JOIN v1 USING (id);
CREATE VIEW v4 AS SELECT sum(amount) AS total FROM v3;
CREATE MATERIALIZED VIEW v5 AS SELECT total FROM v4;
