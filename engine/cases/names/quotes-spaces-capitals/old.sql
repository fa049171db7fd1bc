CREATE TABLE "Order Items" ("Id" int PRIMARY KEY, "it's" text, "a ""b""" int);
