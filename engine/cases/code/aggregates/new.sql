create aggregate a(int) (sfunc = int4pl, stype = int, initcond = '1'); create aggregate c(*) (sfunc = int8inc, stype = bigint, initcond = '0');
