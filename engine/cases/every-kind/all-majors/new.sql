comment on schema public is 'ours';
create schema app authorization pg_monitor;
comment on schema app is 'an application';
grant usage on schema app to public;

create extension pg_trgm schema app;

create type app.mood as enum ('sad', 'it''s ok', 'happy');
comment on type app.mood is 'a mood';
create collation app.german (provider = icu, locale = 'de-DE');
create collation app.loose (provider = icu, locale = 'und-u-ks-level2', deterministic = false);
comment on collation app.german is 'a collation';
create domain app.positive as int default 1 constraint above check (value > 0) not null;
alter domain app.positive add constraint below check (value < 1000) not valid;
comment on domain app.positive is 'a domain';
comment on constraint above on domain app.positive is 'its check';
create domain app.word as text collate app.german;
create type app.pair as (x int, y text collate app.german);
comment on column app.pair.y is 'an attribute';
create function app.distance(a float8, b float8) returns float8 language sql immutable as 'select a - b';
create type app.floats as range (subtype = float8, subtype_diff = app.distance, multirange_type_name = app.float_sets);
create type app.shell;
create type app.base;
create function app.base_in(cstring) returns app.base language internal immutable strict as 'int4in';
create function app.base_out(app.base) returns cstring language internal immutable strict as 'int4out';
create type app.base (input = app.base_in, output = app.base_out, like = int4, category = 'N', preferred = false, delimiter = ';', default = '7');

create function app.plain(a int, b text default 'x', variadic c int[] default '{}') returns setof app.pair
  language plpgsql stable strict security definer leakproof parallel restricted cost 7 rows 3
  set search_path = 'pg_temp' set work_mem = '8MB' as $$ begin return; end $$;
comment on function app.plain is 'a function';
revoke execute on function app.plain from public;
grant execute on function app.plain to pg_monitor with grant option;
create function app.rows(out n int, out t text) returns setof record language sql begin atomic select 1 as n, 'a'::text as t; end;
create function app.tab(a int) returns table (b int) language sql rows 2 as 'select a';
create procedure app.proc(inout a int) language plpgsql as $$ begin a := 1; end $$;
comment on procedure app.proc is 'a procedure';
create aggregate app.total(int) (sfunc = int4pl, stype = int, initcond = '0', combinefunc = int4pl, msfunc = int4pl, minvfunc = int4mi, mstype = int, parallel = safe);
create aggregate app.nth(float8 order by anyelement) (sfunc = ordered_set_transition, stype = internal, finalfunc = percentile_disc_final, finalfunc_extra);
comment on aggregate app.total(int) is 'an aggregate';
create function app.notice() returns trigger language plpgsql as $$ begin return new; end $$;
create function app.watch() returns event_trigger language plpgsql as $$ begin end $$;

create operator app.=== (function = texteq, leftarg = text, rightarg = text, commutator = operator(app.===), negator = operator(app.!==), restrict = eqsel, join = eqjoinsel, hashes, merges);
create operator app.!== (function = textne, leftarg = text, rightarg = text, negator = operator(app.===));
create operator app.!! (function = int4um, rightarg = int);
comment on operator app.!! (none, int) is 'an operator';
create operator family app.fam using btree;
create operator class app.int_ops for type int using btree family app.fam as
  operator 1 <, operator 2 <=, operator 3 =, operator 4 >=, operator 5 >, function 1 btint4cmp(int, int), function 4 btequalimage(oid);
alter operator family app.fam using btree add operator 1 <(int, bigint), function 1 btint48cmp(int, bigint);
comment on operator class app.int_ops using btree is 'a class';
comment on operator family app.fam using btree is 'a family';
create cast (app.pair as text) with inout as assignment;
comment on cast (app.pair as text) is 'a cast';
create conversion app.conv for 'LATIN1' to 'UTF8' from iso8859_1_to_utf8;
comment on conversion app.conv is 'a conversion';
create access method app_heap type table handler heap_tableam_handler;
comment on access method app_heap is 'an access method';
create trusted language app_pl handler plpgsql_call_handler inline plpgsql_inline_handler validator plpgsql_validator;
comment on language app_pl is 'a language';
grant usage on language app_pl to pg_monitor;
create transform for int language sql (from sql with function prsd_lextype(internal), to sql with function int4recv(internal));
comment on transform for int language sql is 'a transform';

create text search parser app.parser (start = prsd_start, gettoken = prsd_nexttoken, end = prsd_end, headline = prsd_headline, lextypes = prsd_lextype);
create text search template app.template (init = dsimple_init, lexize = dsimple_lexize);
create text search dictionary app.dict (template = app.template, accept = false);
create text search configuration app.conf (parser = app.parser);
alter text search configuration app.conf add mapping for asciiword, word with app.dict, simple;
comment on text search parser app.parser is 'a parser';
comment on text search template app.template is 'a template';
comment on text search dictionary app.dict is 'a dictionary';
comment on text search configuration app.conf is 'a configuration';

create sequence app.numbers as smallint increment -2 minvalue -100 maxvalue 10 start 4 cache 5 cycle;
comment on sequence app.numbers is 'a sequence';
grant usage on sequence app.numbers to pg_monitor;
create table app.t (
  id int generated by default as identity (start 10 increment 10),
  s serial,
  n app.positive,
  m app.mood default 'happy',
  w text collate app.loose not null,
  g int generated always as (id * 2) stored,
  p app.pair,
  body text,
  constraint t_key primary key (id) include (w) with (fillfactor = 80),
  constraint t_w unique (w) deferrable initially deferred,
  constraint t_c check (n < 50) no inherit
) with (fillfactor = 70, autovacuum_enabled = false, toast.autovacuum_enabled = false);
alter table app.t alter body set storage external, alter body set statistics 77, alter body set compression pglz, alter id set (n_distinct = -0.5);
comment on table app.t is 'a table';
comment on column app.t.w is 'a column';
comment on constraint t_c on app.t is 'a constraint';
grant select (id, w), insert on app.t to pg_monitor;
alter table app.t enable row level security, force row level security;
create policy mine on app.t as restrictive for update to pg_monitor using (n > 1) with check (n > 2);
comment on policy mine on app.t is 'a policy';
create index t_i on app.t using btree (lower(w) collate app.german desc nulls last, n) include (m) with (fillfactor = 60) where n > 3;
alter index app.t_i alter column 1 set statistics 55;
comment on index app.t_i is 'an index';
create unique index t_u on app.t (s);
alter table app.t replica identity using index t_u, cluster on t_u;
create index t_trgm on app.t using gist (w app.gist_trgm_ops (siglen = 32));
create statistics app.st (ndistinct, mcv) on n, m from app.t;
alter statistics app.st set statistics 33;
create statistics app.se on (n + 1), (lower(body)) from app.t;
comment on statistics app.st is 'statistics';
create trigger tr before update of w, n or insert on app.t for each row when (new.n > 1) execute function app.notice('a', 'b');
create trigger ts after update on app.t referencing old table as o new table as n for each statement execute function app.notice();
create constraint trigger tc after insert on app.t deferrable initially deferred for each row execute function app.notice();
alter table app.t disable trigger tr, enable always trigger ts, enable replica trigger tc;
comment on trigger tr on app.t is 'a trigger';
create rule r as on delete to app.t where old.n > 5 do instead nothing;
alter table app.t disable rule r;
comment on rule r on app.t is 'a rule';

create table app.child (extra bigint[] default '{1}') inherits (app.t);
create unlogged table app.u (n int, id int references app.t on update cascade on delete set default deferrable, during int4range, exclude using gist (during with &&) where (id > 0));
alter table app.u add constraint t_n check (n > 2) not valid;
create table app.typed of app.pair (x with options not null default 3);
create table app.parted (id int, k text not null, primary key (id, k)) partition by list (k);
create table app.part_a partition of app.parted for values in ('a', null) partition by range (id);
create table app.part_a1 partition of app.part_a for values from (minvalue) to (10);
create table app.part_rest partition of app.parted default;
create index parted_i on app.parted (id desc);
create view app.v with (security_barrier, check_option = local) as select id, w from app.t where n > 1;
comment on view app.v is 'a view';
comment on column app.v.w is 'a column of a view';
alter view app.v alter column w set default 'none';
grant select (w) on app.v to public;
create trigger tv instead of insert on app.v for each row execute function app.notice();
create recursive view app.rec (n) as values (1) union all select n + 1 from rec where n < 5;
create materialized view app.mv with (fillfactor = 50) as select id, w from app.v with no data;
create unique index mv_i on app.mv (id);
alter materialized view app.mv alter w set statistics 12;
comment on materialized view app.mv is 'a materialized view';
alter materialized view app.mv owner to pg_monitor;

create foreign data wrapper app_fdw options (one '1', "Two" 'it''s');
comment on foreign data wrapper app_fdw is 'a wrapper';
grant usage on foreign data wrapper app_fdw to pg_monitor;
create server app_server type 'kind' version '3' foreign data wrapper app_fdw options (host 'h');
comment on server app_server is 'a server';
create user mapping for public server app_server options (user 'u', password 'p');
create foreign table app.ft (a int options (column_name 'A') not null default 1, b text, check (a > 0)) server app_server options (name 'x');
comment on foreign table app.ft is 'a foreign table';
create publication app_pub for table app.t, only app.parted with (publish = 'insert, delete', publish_via_partition_root);
comment on publication app_pub is 'a publication';
create publication app_all for all tables;
create event trigger app_event on ddl_command_end when tag in ('CREATE TABLE', 'DROP TABLE') execute function app.watch();
alter event trigger app_event disable;
comment on event trigger app_event is 'an event trigger';
alter default privileges for role pg_monitor in schema app grant select on tables to public;
alter default privileges for role pg_monitor revoke execute on functions from public;
alter index app.mv_i depends on extension pg_trgm;
