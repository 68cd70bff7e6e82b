"""procrastinate, made steady: an outage ends nothing, limits hold in all, the dead change nothing."""

import asyncio
from collections.abc import Awaitable, Callable, Iterable
from datetime import UTC, datetime
from typing import Any, TypeVar

import procrastinate
import psycopg
import structlog
from procrastinate import exceptions, jobs, manager, retry

from bot.storage.job import FIRST, Queue

T = TypeVar("T")

log = structlog.get_logger()

PAUSE = 0.5
"""Seconds between two tries of a database that is away."""
AT_ONCE = datetime(2000, 1, 1, tzinfo=UTC)
"""When a job is due at once, whatever the difference between two machines' clocks."""
_LATER_SECONDS = 5

_PROCESSES = 32
"""That take a job in the same instant, at most: with room for each of them, none waits for another."""
# OFFSET 0: to be worked out once, and not once a column.
_FETCH = """
    SELECT (taken.job).*, taken.doing FROM (
        SELECT doing, CASE WHEN doing < %(room)s
            THEN procrastinate_fetch_job_v2(%(queues)s::varchar[], %(worker)s) END AS job
        FROM (
            SELECT count(*) AS doing FROM procrastinate_jobs
            WHERE status = 'doing' AND queue_name = ANY (%(queues)s::varchar[])
        ) AS work OFFSET 0
    ) AS taken
"""
# A statement of its own: the next one sees what was taken while this one waited.
_ALONE = "SELECT pg_advisory_xact_lock(4702, hashtext(current_schema()))"
_OURS = "SELECT 1 AS n FROM procrastinate_jobs WHERE id = %(job)s AND worker_id = %(worker)s FOR UPDATE"
# If it is ours. And the next one of its lane may begin: that is told as procrastinate tells of new jobs.
_FINISH = """
    SELECT procrastinate_finish_job_v1(job.id, %(status)s::procrastinate_job_status, true), (
        SELECT pg_notify('procrastinate_queue_v1#' || next.queue_name,
            json_build_object('type', 'job_inserted', 'job_id', next.id)::text)
        FROM procrastinate_jobs AS next WHERE next.lock = job.lock AND next.status = 'todo' LIMIT 1
    ) FROM procrastinate_jobs AS job
    WHERE job.id = %(job)s AND job.worker_id = %(worker)s AND job.status = 'doing'
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
        row = await self._patient.execute_query_one_async(
            _FETCH, room=self._most - _PROCESSES, queues=wanted, worker=worker_id
        )
        if row["doing"] >= self._most - _PROCESSES:
            row = await self._patient.insist(lambda: self._fetch_alone(wanted, worker_id))
        return jobs.Job.from_row(row) if row["id"] is not None else None

    async def finish_job(self, job: jobs.Job, status: jobs.Status, delete_job: bool) -> None:  # noqa: ARG002, FBT001
        await self.connector.execute_query_all_async(
            _FINISH, status=status.value, job=job.id, worker=job.worker_id
        )

    async def retry_job(self, job: jobs.Job, *args: Any, **how: Any) -> None:
        if await self._is_ours(job):
            await super().retry_job(job, *args, **how)

    async def update_heartbeat(self, worker_id: int) -> None:
        if not await self.connector.execute_query_all_async(_ALIVE, worker=worker_id):
            self._let_go()
            raise PronouncedDead

    async def _fetch_alone(self, queues: list[str], worker_id: int) -> dict[str, Any]:
        async with self._patient.pool.connection() as raw, raw.transaction():
            await raw.execute(_ALONE)
            row: dict[str, Any] = await self._patient.execute_query_one_async_with_connection(
                raw, _FETCH, room=self._most, queues=queues, worker=worker_id
            )
        return row

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
