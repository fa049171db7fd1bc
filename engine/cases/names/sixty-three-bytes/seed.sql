INSERT INTO a_table_whose_name_is_so_long_that_everything_named_after_it_is_cut VALUES (1, 2);
