create foreign data wrapper w options (api_key 'k1');
create server s foreign data wrapper w options (password 'p1', host 'h');
create foreign table public.ft (a int options (secret 's1')) server s options (access_token 't1');
