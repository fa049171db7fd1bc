CREATE TABLE orders (id int PRIMARY KEY, status text NOT NULL DEFAULT 'new', placed_at timestamptz NOT NULL DEFAULT now(), tags text[] NOT NULL DEFAULT '{}');
