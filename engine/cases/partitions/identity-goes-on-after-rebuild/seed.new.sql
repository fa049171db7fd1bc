INSERT INTO t (at) VALUES ('2026-01-01'), ('2026-01-02'); SELECT setval('t_id_seq', 500);
