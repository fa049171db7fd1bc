create schema "Text";
create text search dictionary "Text"."Der Duden" (template = ispell, dictfile = ispell_sample, afffile = ispell_sample);
create text search dictionary "Text"."it's" (template = simple);
create text search configuration "Text"."select" (parser = "default");
alter text search configuration "Text"."select" add mapping for word with "Text"."it's", "Text"."Der Duden";
comment on text search configuration "Text"."select" is 'a \ backslash and a '' quote';
