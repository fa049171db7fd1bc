CREATE TABLE named (name text);
CREATE TABLE dated (on_day date);
CREATE TABLE events (place text) INHERITS (named, dated);
