import os

from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import create_engine

from sqlalchemy_sketch import metadata

engine = create_engine(os.environ["DATABASE_URL"].replace("postgresql://", "postgresql+psycopg2://"))
with engine.connect() as connection:
    for change in compare_metadata(MigrationContext.configure(connection), metadata):
        print(change)
engine.dispose()
