CREATE TABLE t (a int, b int) PARTITION BY LIST (a);
CREATE TABLE t_1 PARTITION OF t FOR VALUES IN (1);
CREATE INDEX t_b ON t (b);
COMMENT ON INDEX t_1_b_idx IS 'of the partition';
COMMENT ON INDEX t_b IS 'of all';
