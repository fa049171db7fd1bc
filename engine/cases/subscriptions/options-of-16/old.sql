create subscription s connection 'host=nowhere.invalid' publication a with (connect = false, slot_name = none, disable_on_error = true, streaming = parallel);
