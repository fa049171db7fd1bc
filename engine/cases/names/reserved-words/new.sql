CREATE TABLE "user" (id int PRIMARY KEY, "order" bigint DEFAULT 1, "default" text COLLATE "C", "check" int CHECK ("check" > 0), "primary" int UNIQUE);
CREATE TABLE "table" ("user" int REFERENCES "user" ("primary"), "end" date);
CREATE FUNCTION "select"("from" int) RETURNS int LANGUAGE sql AS $$ SELECT 1 $$;
CREATE SEQUENCE "all" OWNED BY "table"."user";
