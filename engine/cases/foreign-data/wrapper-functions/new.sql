create extension postgres_fdw;
create foreign data wrapper w handler public.postgres_fdw_handler validator public.postgres_fdw_validator;
create server s foreign data wrapper w;
