CREATE TABLE "order" ("select" int, "from" text);
