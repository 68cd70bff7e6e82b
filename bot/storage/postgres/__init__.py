"""PostgreSQL as the database. Needs the extra `postgres`."""

from bot.storage.postgres.opening import opened

__all__ = ["opened"]
