CREATE TYPE money_amount AS (amount int, currency text);
CREATE TABLE bills (id int, total money_amount, parts money_amount[]);
CREATE FUNCTION amount(money_amount) RETURNS int LANGUAGE sql AS $$ SELECT $1.amount $$;
