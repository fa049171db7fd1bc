create table public.t (a int primary key);
create subscription s connection 'host=nowhere.invalid dbname=x password=hush' publication a, "B b" with (connect = false);
create subscription bare connection 'host=nowhere.invalid' publication a with (connect = false, slot_name = none);
comment on subscription s is 'from elsewhere';
