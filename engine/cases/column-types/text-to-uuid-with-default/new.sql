CREATE TABLE keys (id uuid PRIMARY KEY DEFAULT gen_random_uuid(), label text);
