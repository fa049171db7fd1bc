create schema "Text";
