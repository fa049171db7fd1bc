create subscription s connection 'host=nowhere.invalid dbname=x' publication a with (connect = false, slot_name = 'one', binary = true, streaming = off);
