CREATE TABLE keys (id text PRIMARY KEY DEFAULT gen_random_uuid()::text, label text);
