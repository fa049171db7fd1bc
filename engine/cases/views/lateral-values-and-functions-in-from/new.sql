CREATE TABLE t (id int, tags text[]);
CREATE VIEW v AS
  SELECT t.id, x.tag, x.n, y.label FROM t CROSS JOIN LATERAL unnest(t.tags) WITH ORDINALITY AS x (tag, n)
  LEFT JOIN (VALUES (1, 'one'), (2, 'two')) AS y (k, label) ON y.k = x.n::int
  WHERE t.id BETWEEN 1 AND 100 AND x.tag NOT LIKE '%"%' AND x.tag IN ('a', 'b');
