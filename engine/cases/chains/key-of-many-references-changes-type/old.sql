CREATE TABLE tenants (id int PRIMARY KEY);
CREATE TABLE users (id int, tenant_id int REFERENCES tenants, PRIMARY KEY (tenant_id, id));
CREATE TABLE posts (id int PRIMARY KEY, tenant_id int, user_id int, FOREIGN KEY (tenant_id, user_id) REFERENCES users);
CREATE VIEW per_tenant AS SELECT tenant_id, count(*) FROM posts GROUP BY tenant_id;
