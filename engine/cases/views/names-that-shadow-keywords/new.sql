CREATE TABLE "order" ("select" int, "from" text);
CREATE VIEW "group" AS SELECT "select" AS "table", "from" AS "Where is it" FROM "order" AS "join";
