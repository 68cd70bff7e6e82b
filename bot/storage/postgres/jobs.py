"""Takes jobs from the database, by procrastinate, and finds those of dead processes.

Its door. procrastinate knows which workers are dead, and leaves what they were at as it is: whoever calls
`stalled` and `again` has it done. An outage of the database ends nothing here.
https://procrastinate.readthedocs.io
"""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable, Iterable, Sequence
from contextlib import asynccontextmanager
from datetime import UTC, datetime
from typing import Any, TypeVar

import procrastinate
import psycopg
import structlog
from procrastinate import exceptions, job_context, jobs, manager, retry
from procrastinate import sql as queries
from procrastinate.worker import Worker
from psycopg_pool import AsyncConnectionPool

from bot.storage.job import FIRST, Queue, Stalled
from bot.storage.postgres.opening import asked

T = TypeVar("T")
Do = Callable[[str], Awaitable[None]]
"""Does what a job is about, by its key; an error has it done again later."""

log = structlog.get_logger()

BEAT_SECONDS = 5.0
"""Between two signs of life of a process, and between two looks for dead ones."""
_DEAD = 2.4
"""In beats: who was not heard of for so long is dead, if that is so at the next look, too."""
_LOOK_SECONDS = 2.0
"""Between looks for jobs that nobody announced."""
_PAUSE = 0.5
_LATER_SECONDS = 5
_CONNECTIONS = 4
_PATIENCE = 10.0
_AT_ONCE = datetime(2000, 1, 1, tzinfo=UTC)  # whatever the difference between two machines' clocks

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
_SILENCE = "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = %(name)s"


class _Patient(procrastinate.PsycopgConnector):
    """Waits for a database that is away, until `closing`."""

    closing = False

    async def execute_query_async(self, query: Any, **arguments: Any) -> None:
        await self.insist(lambda: super(_Patient, self).execute_query_async(query, **arguments))

    async def execute_query_one_async(self, query: Any, **arguments: Any) -> dict[str, Any]:
        return await self.insist(lambda: super(_Patient, self).execute_query_one_async(query, **arguments))

    async def execute_query_all_async(self, query: Any, **arguments: Any) -> list[dict[str, Any]]:
        return await self.insist(lambda: super(_Patient, self).execute_query_all_async(query, **arguments))

    async def listen_notify(self, on_notification: Any, channels: Iterable[str]) -> None:
        channels = list(channels)
        await self.insist(lambda: super(_Patient, self).listen_notify(on_notification, channels))

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
            await asyncio.sleep(_PAUSE)


class _Manager(manager.JobManager):
    """Takes no more than may be in work in all, and touches nothing that another worker took over."""

    def __init__(self, connector: _Patient, most: int, let_go: Callable[[], None]) -> None:
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
            raise _PronouncedDead

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


class _PronouncedDead(Exception):
    """Others took over what this process was at: it stood still for too long."""


class _Again(retry.BaseRetryStrategy):
    """What was cut off by a stop is for the others at once; what met an error is tried again."""

    def get_retry_decision(self, *, exception: BaseException, job: jobs.Job) -> retry.RetryDecision:
        if isinstance(exception, asyncio.CancelledError):
            return retry.RetryDecision(retry_at=_AT_ONCE, priority=FIRST)
        log.error("job met an error", queue=job.queue, key=job.queueing_lock, exc_info=exception)
        return retry.RetryDecision(retry_in={"seconds": _LATER_SECONDS})


class Jobs:
    """The jobs of a database, as one process takes part in them.

    `most`: edits in work at once, in all. `beat`: seconds between two signs of life.
    """

    def __init__(
        self, pool: AsyncConnectionPool, *, most: int, grace: float, beat: float = BEAT_SECONDS
    ) -> None:
        self._connector = connector = _Patient()
        self._pool, self._grace, self.beat = pool, grace, beat
        self._app = procrastinate.App(connector=connector)
        self._app.job_manager = self._manager = _Manager(connector, most, self._let_go)
        self._workers: dict[Queue, Worker] = {}
        self._doing: dict[asyncio.Task[Any], int] = {}
        self._suspects: dict[Queue, set[int]] = {}
        self._stopping = False

    @classmethod
    @asynccontextmanager
    async def open(
        cls, url: str, name: str, *, most: int, grace: float, beat: float = BEAT_SECONDS
    ) -> AsyncIterator["Jobs"]:
        """Over connections of its own, which are called `name`; `grace`: seconds that a stop waits."""
        pool = AsyncConnectionPool(
            kwargs=asked(url, name), min_size=1, max_size=_CONNECTIONS, open=False, timeout=_PATIENCE
        )
        found = cls(pool, most=most, grace=grace, beat=beat)
        await pool.open()
        try:
            await found._app.open_async(pool)
            yield found
        finally:
            await pool.close()

    async def serve(self, queue: Queue, do: Do, *, at_once: int) -> None:
        """Do that queue's jobs, so many at once, until cancelled; from `stop` on, take no more."""

        async def one(context: job_context.JobContext, key: str) -> None:
            number, task = context.job.id, asyncio.current_task()
            assert number is not None and task is not None  # noqa: S101, PT018  it runs
            self._doing[task] = number
            try:
                await do(key)
            except asyncio.CancelledError:
                if context.abort_reason() is not job_context.AbortReason.USER_REQUEST:
                    raise
            finally:
                del self._doing[task]

        self._app.task(name=queue, queue=queue, pass_context=True, retry=_Again())(one)
        while not self._stopping:
            await self._work(queue, at_once)
            await asyncio.sleep(_PAUSE)
        await asyncio.Event().wait()

    async def stop(self) -> None:
        """Take no more, let what runs finish within `grace`; the rest is for others."""
        self._stopping = True
        for worker in self._workers.values():
            worker.stop()  # type: ignore[no-untyped-call]
        if self._doing:
            await asyncio.wait(self._doing, timeout=self._grace + _PAUSE)

    async def stalled(self, queue: Queue) -> Sequence[Stalled]:
        """What dead processes were at, and what we lost sight of, if seen so twice: call it every `beat`."""
        found = {
            job.id: job
            for job in await self._manager.get_stalled_jobs(
                queue=queue, seconds_since_heartbeat=_DEAD * self.beat
            )
        }
        worker = self._workers.get(queue)
        if worker and worker.worker_id is not None:
            ours = await self._manager.list_jobs_async(
                queue=queue, status="doing", worker_id=worker.worker_id
            )
            found |= {job.id: job for job in ours if job.id not in self._doing.values()}
        before = self._suspects.get(queue, set())
        self._suspects[queue] = {number for number in found if number is not None}
        return [Stalled(job.id, job.queueing_lock or "") for job in found.values() if job.id in before]

    async def again(self, stalled: Stalled) -> None:
        """Have it done, before all that is new; well too if somebody else did so first."""
        try:
            await self._manager.retry_job_by_id_async(stalled.number, _AT_ONCE, priority=FIRST)
        except exceptions.ConnectorException as error:
            log.info("not stalled any more", key=stalled.key, why=type(error.__cause__).__name__)

    async def silence(self, name: str) -> None:
        """End the connections of that name: who held them is dead, or does not know yet that it is."""
        await self._app.connector.execute_query_all_async(_SILENCE, name=name)

    async def _work(self, queue: Queue, at_once: int) -> None:
        """Until `stop`, or until the others think that we are dead; what is done here ends with that."""
        worker = self._workers[queue] = self._worker(queue, at_once)
        working = asyncio.get_running_loop().create_task(worker.run())  # type: ignore[no-untyped-call]
        try:
            await asyncio.shield(working)
        except asyncio.CancelledError:
            self._connector.closing = True
            self._let_go()
            worker.stop()  # type: ignore[no-untyped-call]
            await asyncio.wait([working])
            raise
        except (exceptions.ConnectorException, _PronouncedDead) as error:
            log.error("jobs refused", queue=queue, why=type(error.__cause__ or error).__name__)

    def _let_go(self) -> None:
        for task in self._doing:
            task.cancel()

    def _worker(self, queue: Queue, at_once: int) -> Worker:
        return Worker(
            self._app,
            queues=[queue],
            name=queue,
            concurrency=at_once,
            fetch_job_polling_interval=_LOOK_SECONDS,
            abort_job_polling_interval=self.beat,
            shutdown_graceful_timeout=self._grace,
            delete_jobs=jobs.DeleteJobCondition.ALWAYS,
            install_signal_handlers=False,
            update_heartbeat_interval=self.beat,
            stalled_worker_timeout=6 * self.beat,
        )
