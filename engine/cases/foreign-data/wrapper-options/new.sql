create foreign data wrapper w options (b '3', c '4');
comment on foreign data wrapper w is 'changed';
create server s foreign data wrapper w;
