CREATE TABLE nodes (id int PRIMARY KEY, parent_id int REFERENCES nodes);
CREATE RECURSIVE VIEW paths (id, depth) AS
  SELECT id, 1 FROM nodes WHERE parent_id IS NULL UNION ALL SELECT n.id, p.depth + 1 FROM nodes n JOIN paths p ON n.parent_id = p.id;
