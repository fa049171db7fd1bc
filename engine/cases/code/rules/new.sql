create table t (a int); create table log (a int); create rule r as on insert to t where new.a > 0 do instead nothing;
