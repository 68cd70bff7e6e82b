"""What PostgreSQL refuses, as typed errors. Their words never hold values: those may be somebody's."""

import psycopg
from psycopg import errors

from bot.domain.errors import StorageFault
from bot.storage.postgres.dialect import Raw

_CONFLICTS = (errors.SerializationFailure, errors.DeadlockDetected)
_STALE = (errors.FeatureNotSupported, errors.ReadOnlySqlTransaction)
"""A plan from before a migration, or a server that became a standby: another connection does better."""


class Conflict(StorageFault):
    """Another transaction was faster, and nothing changed: run it again."""


class Taken(Conflict):
    """A key is there already: maybe since a moment ago, so that another look finds it."""


class Lost(StorageFault):
    """The connection broke before anything changed: run it again on another one."""


def judged(error: psycopg.Error, raw: Raw) -> StorageFault:
    """What an error on a connection means for its transaction, which did not change anything."""
    detail = told(error)
    if isinstance(error, _CONFLICTS):
        return Conflict(detail=detail)
    if isinstance(error, errors.UniqueViolation):
        return Taken(detail=detail)
    if raw.closed or isinstance(error, _STALE):
        return Lost(detail=detail)
    return StorageFault(detail=detail)


def told(error: psycopg.Error) -> str:
    """The server's own sentence, or what kept us from it; never a value, never the password."""
    if error.diag.message_primary:
        return error.diag.message_primary
    lines = str(error).splitlines() or [type(error).__name__]
    return lines[0].rpartition("failed: ")[2].removeprefix("FATAL:").strip()
