create table t (a int, owner varchar(10)); create policy p on t using (owner = current_user);
