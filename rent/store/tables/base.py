"""What every table shares: names for constraints, and columns that keep our types."""

from __future__ import annotations

from datetime import UTC, datetime
from enum import StrEnum
from typing import Any, Final, TypeVar

from sqlalchemy import BigInteger, Column, DateTime, Dialect, Integer, MetaData, String
from sqlalchemy.types import JSON, TypeDecorator, TypeEngine

metadata: Final = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "ck": "ck_%(table_name)s_%(constraint_name)s",
        "fk": "fk_%(table_name)s_%(column_0_N_name)s",
        "pk": "pk_%(table_name)s",
    }
)

E = TypeVar("E", bound=StrEnum)

# SQLite only counts up by itself on a plain INTEGER primary key.
BigId: Final = BigInteger().with_variant(Integer(), "sqlite")
Pence: Final = BigInteger()
Json: Final = JSON()


class Moment(TypeDecorator[datetime]):
    """An aware moment in UTC. SQLite keeps no zone, so it is taken off there and put back."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """
        Return the moment as the database keeps it.

        :raises ValueError: if it has no zone
        """
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError("a moment needs its zone")
        utc = value.astimezone(UTC)
        return utc.replace(tzinfo=None) if dialect.name == "sqlite" else utc

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """Return the moment with its zone."""
        del dialect
        return value.replace(tzinfo=UTC) if value is not None and value.tzinfo is None else value


class Word(TypeDecorator[E]):
    """A member of one enumeration, kept as its word."""

    impl = String(32)
    cache_ok = True

    def __init__(self, kind: type[E]) -> None:
        """Keep members of this enumeration only."""
        super().__init__()
        self.kind = kind

    def process_bind_param(self, value: E | None, dialect: Dialect) -> str | None:
        """Return the word."""
        del dialect
        return None if value is None else self.kind(value).value

    def process_result_value(self, value: str | None, dialect: Dialect) -> E | None:
        """Return the member."""
        del dialect
        return None if value is None else self.kind(value)


def id_column() -> Column[Any]:
    """Return a primary key that counts up."""
    return Column("id", BigId, primary_key=True, autoincrement=True)


def required(name: str, kind: TypeEngine[Any] | type[TypeEngine[Any]], *args: Any, **kwargs: Any) -> Column[Any]:  # noqa: ANN401
    """Return a column that may not be null."""
    return Column(name, kind, *args, nullable=False, **kwargs)
