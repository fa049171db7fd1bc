create aggregate a(int) (sfunc = int4pl, stype = int);
