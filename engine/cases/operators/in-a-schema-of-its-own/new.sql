create schema ops;
create schema "My ops";
create function ops.same(a text, b text) returns boolean language sql immutable as 'select a = b';
create operator ops.=~= (function = ops.same, leftarg = text, rightarg = text);
create operator "My ops".=~= (function = ops.same, leftarg = text, rightarg = text);
create operator family "My ops"."A family" using btree;
comment on operator family "My ops"."A family" using btree is 'empty';
