CREATE TYPE level AS ENUM ('low', 'high', 'mid');
CREATE TABLE alerts (id int, l level);
CREATE INDEX alerts_l_idx ON alerts (l);
