import json
import os

from alembic.autogenerate import produce_migrations
from alembic.migration import MigrationContext
from alembic.operations import Operations
from alembic.operations.ops import ModifyTableOps
from sqlalchemy import (
    BigInteger, Column, ForeignKey, Identity, Index, Integer, MetaData, Table, Text,
    create_engine, inspect, text,
)
from sqlalchemy.dialects.postgresql import UUID

TYPES = {"bigint": BigInteger(), "integer": Integer(), "text": Text(), "uuid": UUID()}


def describe(name, column):
    if column.get("identity"):
        return Column(name, TYPES[column["type"]], Identity(always=True), primary_key=True)
    parts = [ForeignKey("accounts.id")] if "references" in column else []
    default = text(column["default"]) if "default" in column else None
    return Column(name, TYPES[column["type"]], *parts, nullable=not column.get("notNull"),
                  server_default=default, unique=column.get("unique"))


with open(os.environ["SHAPE"]) as file:
    shape = json.load(file)
checks = [column["check"] for column in shape["columns"].values() if "check" in column]
metadata = MetaData()
Table("accounts", metadata, Column("id", Integer(), primary_key=True, autoincrement=False))
events = Table("events", metadata, *[describe(name, column) for name, column in shape["columns"].items()])
if "index" in shape:
    Index(shape["index"][0], events.c[shape["index"][1]])

engine = create_engine(os.environ["DATABASE_URL"].replace("postgresql://", "postgresql+psycopg2://")
                       .replace("postgres://", "postgresql+psycopg2://"))
with engine.begin() as connection:
    context = MigrationContext.configure(connection, opts={"compare_type": True})
    operations = Operations(context)
    for step in produce_migrations(context, metadata).upgrade_ops.ops:
        for one in step.ops if isinstance(step, ModifyTableOps) else [step]:
            operations.invoke(one)
    # autogenerate does not see checks (Alembic's documentation: what does autogenerate not detect)
    there = {check["name"] for check in inspect(connection).get_check_constraints("events")}
    for name, condition in checks:
        if name not in there:
            operations.create_check_constraint(name, "events", text(condition))
engine.dispose()
