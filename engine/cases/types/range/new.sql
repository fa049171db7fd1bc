create type r as range (subtype = bigint, multirange_type_name = mr);
