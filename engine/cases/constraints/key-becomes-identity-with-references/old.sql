CREATE TABLE users (id uuid PRIMARY KEY DEFAULT gen_random_uuid(), number int NOT NULL UNIQUE);
CREATE TABLE posts (id int PRIMARY KEY, user_number int REFERENCES users (number));
