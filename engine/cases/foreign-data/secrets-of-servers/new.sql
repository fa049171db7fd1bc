create foreign data wrapper w options (api_key 'k2');
create server s foreign data wrapper w options (password 'p2', host 'h');
create foreign table public.ft (a int options (secret 's2')) server s options (access_token 't2');
