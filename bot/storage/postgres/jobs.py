"""Takes jobs from the database, by procrastinate, and finds those of dead processes.

procrastinate knows which workers are dead, and leaves what they were at as it is: whoever calls `stalled` and
`again` has it done. https://procrastinate.readthedocs.io
"""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable, Sequence
from contextlib import asynccontextmanager
from typing import Any

import procrastinate
import structlog
from procrastinate import exceptions, job_context, jobs
from procrastinate.worker import Worker
from psycopg_pool import AsyncConnectionPool

from bot.storage.job import FIRST, Queue, Stalled
from bot.storage.postgres.opening import asked
from bot.storage.postgres.steady import AT_ONCE, PAUSE, Again, Manager, Patient, PronouncedDead

Do = Callable[[str], Awaitable[None]]
"""Does what a job is about, by its key; an error has it done again later."""

log = structlog.get_logger()

BEAT_SECONDS = 5.0
"""Between two signs of life of a process, and between two looks for dead ones."""
_DEAD = 2.4
"""In beats: who was not heard of for so long is dead, if that is so at the next look, too."""
_LOOK_SECONDS = 2.0
"""Between looks for jobs that nobody announced."""
_CONNECTIONS = 4
_PATIENCE = 10.0
_SILENCE = "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = %(name)s"


class Jobs:
    """The jobs of a database, as one process takes part in them.

    `most`: edits in work at once, in all. `beat`: seconds between two signs of life.
    """

    def __init__(
        self, pool: AsyncConnectionPool, *, most: int, grace: float, beat: float = BEAT_SECONDS
    ) -> None:
        self._connector = connector = Patient()
        self._pool, self._grace, self.beat = pool, grace, beat
        self._app = procrastinate.App(connector=connector)
        self._app.job_manager = self._manager = Manager(connector, most, self._let_go)
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

        self._app.task(name=queue, queue=queue, pass_context=True, retry=Again())(one)
        while not self._stopping:
            await self._work(queue, at_once)
            await asyncio.sleep(PAUSE)
        await asyncio.Event().wait()

    async def stop(self) -> None:
        """Take no more, let what runs finish within `grace`; the rest is for others."""
        self._stopping = True
        for worker in self._workers.values():
            worker.stop()  # type: ignore[no-untyped-call]
        if self._doing:
            await asyncio.wait(self._doing, timeout=self._grace + PAUSE)

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
            await self._manager.retry_job_by_id_async(stalled.number, AT_ONCE, priority=FIRST)
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
        except (exceptions.ConnectorException, PronouncedDead) as error:
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
