CREATE TABLE sales (region text, day date, amount numeric);
