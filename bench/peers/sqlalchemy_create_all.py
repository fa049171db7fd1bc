import os

from sqlalchemy import create_engine

from sqlalchemy_sketch import metadata

engine = create_engine(os.environ["DATABASE_URL"])
metadata.create_all(engine)
engine.dispose()
