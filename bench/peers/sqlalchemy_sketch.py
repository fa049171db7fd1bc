import json
import os
import re

from sqlalchemy import (
    BigInteger, Boolean, Column, DateTime, ForeignKey, Identity, Index, Integer, MetaData, Numeric, Table, Text,
    UniqueConstraint, text,
)
from sqlalchemy.dialects.postgresql import JSONB, UUID

TYPES = {
    "bigint": BigInteger(),
    "integer": Integer(),
    "text": Text(),
    "boolean": Boolean(),
    "jsonb": JSONB(),
    "uuid": UUID(),
    "timestamp with time zone": DateTime(timezone=True),
}


def describe_column(column, table):
    numeric = re.match(r"numeric\((\d+), (\d+)\)", column["type"])
    column_type = Numeric(*map(int, numeric.groups())) if numeric else TYPES[column["type"]]
    parts = [ForeignKey(key["table"] + ".id", ondelete=key["onDelete"].upper())
             for key in table["foreignKeys"] if key["column"] == column["name"]]
    if column["identity"]:
        return Column(column["name"], column_type, Identity(always=True), primary_key=True)
    return Column(column["name"], column_type, *parts, nullable=column["nullable"], server_default=default(column))


def default(column):
    if "default" not in column:
        return None
    if "expression" in column["default"]:
        return text(column["default"]["expression"])
    value = column["default"]["value"]
    return value if isinstance(value, str) else text(json.dumps(value))


metadata = MetaData()
with open(os.environ["SKETCH"]) as file:
    for table in json.load(file):
        columns = [describe_column(column, table) for column in table["columns"]]
        uniques = [UniqueConstraint(*key["columns"], name=key["name"]) for key in table["uniques"]]
        made = Table(table["name"], metadata, *columns, *uniques)
        for index in table["indexes"]:
            Index(index["name"], *[made.c[name] for name in index["columns"]])
