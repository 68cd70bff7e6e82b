"""procrastinate, made steady: an outage ends nothing, limits hold in all, the dead change nothing."""

import asyncio
from collections.abc import Awaitable, Callable, Iterable
from datetime import UTC, datetime
from typing import Any, TypeVar

import procrastinate
import psycopg
import structlog
from procrastinate import exceptions, jobs, manager, retry
from procrastinate import sql as queries

from bot.storage.job import FIRST, Queue

T = TypeVar("T")

log = structlog.get_logger()

PAUSE = 0.5
"""Seconds between two tries of a database that is away."""
AT_ONCE = datetime(2000, 1, 1, tzinfo=UTC)
"""When a job is due at once, whatever the difference between two machines' clocks."""
_LATER_SECONDS = 5

# Two statements: the second sees what was taken while the first one waited.
_ALONE = "SELECT pg_advisory_xact_lock(4702, hashtext(current_schema()))"
_IN_WORK = "SELECT count(*) FROM procrastinate_jobs WHERE status = 'doing' AND queue_name = %s"
_OURS = "SELECT 1 AS n FROM procrastinate_jobs WHERE id = %(job)s AND worker_id = %(worker)s FOR UPDATE"
# As procrastinate tells of new jobs: the next one of that lane may begin.
_NEXT = """
    SELECT pg_notify('procrastinate_queue_v1#' || queue_name,
        json_build_object('type', 'job_inserted', 'job_id', id)::text)
    FROM procrastinate_jobs WHERE lock = %(lane)s AND status = 'todo' LIMIT 1
"""
_ALIVE = "UPDATE procrastinate_workers SET last_heartbeat = now() WHERE id = %(worker)s RETURNING id"


class Patient(procrastinate.PsycopgConnector):
    """Waits for a database that is away, until `closing`."""

    closing = False

    async def execute_query_async(self, query: Any, **arguments: Any) -> None:
        await self.insist(lambda: super(Patient, self).execute_query_async(query, **arguments))

    async def execute_query_one_async(self, query: Any, **arguments: Any) -> dict[str, Any]:
        return await self.insist(lambda: super(Patient, self).execute_query_one_async(query, **arguments))

    async def execute_query_all_async(self, query: Any, **arguments: Any) -> list[dict[str, Any]]:
        return await self.insist(lambda: super(Patient, self).execute_query_all_async(query, **arguments))

    async def listen_notify(self, on_notification: Any, channels: Iterable[str]) -> None:
        channels = list(channels)
        await self.insist(lambda: super(Patient, self).listen_notify(on_notification, channels))

    async def insist(self, ask: Callable[[], Awaitable[T]]) -> T:
        """Ask until the database answers, be it with a refusal."""
        while True:
            try:
                return await ask()
            except (exceptions.ConnectorException, psycopg.Error) as error:
                cause = error if isinstance(error, psycopg.Error) else error.__cause__
                if self.closing or not isinstance(cause, psycopg.OperationalError | psycopg.InterfaceError):
                    raise
                log.warning("database away", why=type(cause).__name__)
            await asyncio.sleep(PAUSE)


class Manager(manager.JobManager):
    """Takes no more than may be in work in all, and touches nothing that another worker took over."""

    def __init__(self, connector: Patient, most: int, let_go: Callable[[], None]) -> None:
        super().__init__(connector)
        self._patient, self._most, self._let_go = connector, most, let_go

    async def fetch_job(self, queues: Iterable[str] | None, worker_id: int) -> jobs.Job | None:
        wanted = list(queues or ())
        if wanted != [Queue.EDITS]:
            return await super().fetch_job(wanted, worker_id)
        return await self._patient.insist(lambda: self._fetch_within(wanted, worker_id))

    async def finish_job(self, job: jobs.Job, status: jobs.Status, delete_job: bool) -> None:  # noqa: FBT001
        if await self._is_ours(job):
            await super().finish_job(job, status, delete_job)
            await self.connector.execute_query_all_async(_NEXT, lane=job.lock)

    async def retry_job(self, job: jobs.Job, *args: Any, **how: Any) -> None:
        if await self._is_ours(job):
            await super().retry_job(job, *args, **how)

    async def update_heartbeat(self, worker_id: int) -> None:
        if not await self.connector.execute_query_all_async(_ALIVE, worker=worker_id):
            self._let_go()
            raise PronouncedDead

    async def _fetch_within(self, queues: list[str], worker_id: int) -> jobs.Job | None:
        async with self._patient.pool.connection() as raw, raw.transaction():
            await raw.execute(_ALONE)
            row = await (await raw.execute(_IN_WORK, queues)).fetchone()
            if row and row[0] >= self._most:
                return None
            taken = await self._patient.execute_query_one_async_with_connection(
                raw, queries.queries["fetch_job"], queues=queues, worker_id=worker_id
            )
        return jobs.Job.from_row(taken) if taken["id"] is not None else None

    async def _is_ours(self, job: jobs.Job) -> bool:
        return bool(await self.connector.execute_query_all_async(_OURS, job=job.id, worker=job.worker_id))


class PronouncedDead(Exception):
    """Others took over what this process was at: it stood still for too long."""


class Again(retry.BaseRetryStrategy):
    """What was cut off by a stop is for the others at once; what met an error is tried again."""

    def get_retry_decision(self, *, exception: BaseException, job: jobs.Job) -> retry.RetryDecision:
        if isinstance(exception, asyncio.CancelledError):
            return retry.RetryDecision(retry_at=AT_ONCE, priority=FIRST)
        log.error("job met an error", queue=job.queue, key=job.queueing_lock, exc_info=exception)
        return retry.RetryDecision(retry_in={"seconds": _LATER_SECONDS})
