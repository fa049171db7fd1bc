create table public.t (a int);
create subscription s connection 'host=nowhere.invalid' publication a with (connect = false, slot_name = 'x', two_phase = true, failover = true);
