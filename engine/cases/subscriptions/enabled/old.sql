create subscription s connection 'host=127.0.0.1 port=1 dbname=x' publication a with (connect = false, slot_name = 's');
