CREATE TABLE sales (region text, day date, amount numeric);
CREATE VIEW report AS
  WITH daily AS (SELECT region, day, sum(amount) AS total FROM sales GROUP BY GROUPING SETS ((region, day), (region), ()))
  SELECT region, day, total, row_number() OVER w AS n, lag(total) OVER w AS before,
    count(*) FILTER (WHERE total > 0) OVER () AS sold
  FROM (SELECT region, day, sum(total) AS total FROM daily GROUP BY 1, 2) s
  WINDOW w AS (PARTITION BY region ORDER BY day ROWS BETWEEN 3 PRECEDING AND CURRENT ROW);
