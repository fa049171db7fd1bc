-- ## history is partitioned by day
ALTER TABLE history RENAME TO history_before;
ALTER TABLE history_before RENAME CONSTRAINT history_pkey TO history_before_pkey;
CREATE TABLE history (LIKE history_before INCLUDING DEFAULTS, PRIMARY KEY (itemid, clock, ns)) PARTITION BY RANGE (clock);
CREATE TABLE history_first PARTITION OF history FOR VALUES FROM (MINVALUE) TO (2);
CREATE TABLE history_rest PARTITION OF history DEFAULT;
DROP TABLE history_before;

-- ## a referenced key has another name everywhere
-- forward: rename:public.hosts.hostid=host_id rename:public.items.hostid=host_id
-- backward: rename:public.hosts.host_id=hostid rename:public.items.host_id=hostid
ALTER TABLE hosts RENAME hostid TO host_id;
ALTER TABLE items RENAME hostid TO host_id;

-- ## integers become booleans
ALTER TABLE hosts ALTER auto_compress DROP DEFAULT, ALTER auto_compress TYPE boolean USING auto_compress <> 0,
  ALTER auto_compress SET DEFAULT true;
-- valuesChange: public.hosts.auto_compress

-- ## a copy in upper case is generated, not triggered
DROP TRIGGER hosts_name_upper_insert ON hosts;
DROP TRIGGER hosts_name_upper_update ON hosts;
DROP FUNCTION hosts_name_upper_upper();
ALTER TABLE hosts DROP name_upper;
ALTER TABLE hosts ADD name_upper varchar(128) GENERATED ALWAYS AS (upper(name)) STORED;
CREATE INDEX hosts_6 ON hosts (name_upper);

-- ## seconds become moments
ALTER TABLE events ADD happened_at timestamptz GENERATED ALWAYS AS (to_timestamp(clock)) STORED;
CREATE INDEX events_by_moment ON events USING brin (happened_at);
ALTER TABLE alerts ALTER clock TYPE bigint, ALTER message DROP DEFAULT, ALTER message DROP NOT NULL;

-- ## tables go, with the keys that referred to them
DROP TABLE timeperiods, maintenances_windows, graph_theme CASCADE;

-- ## rules get stricter, keys change
ALTER TABLE host_tag ADD UNIQUE (hostid, tag, value);
ALTER TABLE hosts ADD CONSTRAINT hosts_status CHECK (status IN (0, 1, 2, 3, 5, 6)), ALTER host TYPE varchar(255);
ALTER TABLE acknowledges DROP CONSTRAINT c_acknowledges_2, ADD CONSTRAINT c_acknowledges_2 FOREIGN KEY (eventid)
  REFERENCES events ON DELETE RESTRICT DEFERRABLE;

-- ## texts are searched
ALTER TABLE events ADD words tsvector GENERATED ALWAYS AS (to_tsvector('simple', name)) STORED;
CREATE INDEX events_words ON events USING gin (words);
CREATE STATISTICS events_kinds (dependencies, ndistinct) ON source, object, value FROM events;

-- ## a function is a procedure, a trigger a constraint
DROP TRIGGER items_name_upper_update ON items;
CREATE CONSTRAINT TRIGGER items_name_upper_update AFTER UPDATE ON items DEFERRABLE INITIALLY DEFERRED FOR EACH ROW
  EXECUTE FUNCTION items_name_upper_upper();
CREATE PROCEDURE forget_history(before integer) LANGUAGE sql BEGIN ATOMIC DELETE FROM history WHERE clock < before; END;

-- ## reports stand on views
CREATE VIEW open_problems AS SELECT p.eventid, p.name, p.severity, e.acknowledged FROM problem p JOIN events e USING (eventid)
  WHERE p.r_eventid IS NULL;
CREATE MATERIALIZED VIEW problems_by_severity AS SELECT severity, count(*) AS problems FROM open_problems GROUP BY severity;
CREATE UNIQUE INDEX ON problems_by_severity (severity);
