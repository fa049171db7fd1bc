create table t (a int); create table log (a int); create rule r as on insert to t do also insert into log values (new.a);
