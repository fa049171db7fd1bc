create subscription s connection 'host=nowhere.invalid' publication a with (connect = false, slot_name = none, password_required = false, run_as_owner = true, origin = none, streaming = on);
