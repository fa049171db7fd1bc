create subscription s connection 'host=other.invalid dbname=x' publication a, b with (connect = false, slot_name = 'two', streaming = on, synchronous_commit = 'local');
