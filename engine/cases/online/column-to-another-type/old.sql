CREATE TABLE events (
  id bigint PRIMARY KEY,
  "at" timestamp NOT NULL,
  amount integer,
  note text,
  UNIQUE (amount, id)
);
CREATE INDEX events_at_idx ON events ("at", amount NULLS FIRST);
CREATE MATERIALIZED VIEW latest AS SELECT max(amount) AS amount FROM events;
CREATE POLICY big ON events USING (amount > 5);
CREATE FUNCTION touched() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN NEW.note := 'changed'; RETURN NEW; END $$;
CREATE TRIGGER note BEFORE UPDATE OF amount ON events FOR EACH ROW EXECUTE FUNCTION touched();
