CREATE AGGREGATE my_sum(int) (SFUNC = int4pl, STYPE = int, INITCOND = '10', COMBINEFUNC = int4pl, PARALLEL = SAFE);
COMMENT ON AGGREGATE my_sum(int) IS 'from ten';
