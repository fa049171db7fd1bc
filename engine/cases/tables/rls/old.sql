create table t (id int);  create policy p on t using (id > 0); create policy q on t for insert with check (id > 1);
