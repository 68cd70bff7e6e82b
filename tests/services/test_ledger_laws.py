"""No sequence of edits, crashes, grants, gifts, payments, refunds and midnights breaks the ledger."""

import asyncio
import shutil
import tempfile
from collections.abc import Coroutine
from contextlib import AsyncExitStack, suppress
from pathlib import Path
from typing import Any, TypeVar

import pytest
from hypothesis import Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    invariant,
    precondition,
    rule,
    run_state_machine_as_test,
)

from bot.domain.edit import Draft, Edit, State
from bot.domain.errors import (
    AlreadyEnded,
    CapReached,
    Interrupted,
    InviteVoid,
    NotEnoughToGive,
    QuotaUsedUp,
    RefundRefused,
    StorageFault,
    TillFault,
    TooManyWaiting,
    WrongAmount,
)
from bot.domain.payment import Pack, Seal
from bot.domain.people import Person, wallet_of, wallet_of_group
from bot.domain.ports import Outcome, Sent
from bot.domain.quota import MemberCap
from bot.services.account import statement
from bot.services.moves import Moves
from bot.services.payments import Payments
from bot.services.reconcile import Reconciler
from bot.services.refunds import Refunds
from bot.services.submit import Submit
from bot.services.wallets import Wallets
from bot.storage import audit
from bot.storage.database import Connection
from tests.fakes.till import FakeTill
from tests.services.conftest import ADMIN, ANN, BOB, House, a_house, draft, photo
from tests.stores import POSTGRES, SQLITE, Store

T = TypeVar("T")
PEOPLE = st.sampled_from([ANN, BOB])
FREE = 4
PACK = Pack(stars=2, credits=5)
GROUP_FREE, CAP = 6, 4
GROUP, SUPERGROUP = -5, -1005
RULES: Any = {"free": FREE, "group_free": GROUP_FREE, "cap": MemberCap(CAP)}
MEMORY = Path("/dev/shm")
"""Where it is there: the laws are about rows, not about disks."""

SUMS = """
    SELECT wallets.balance - coalesce(sum(ledger.paid), 0) AS balance_off,
        wallets.free_used + coalesce(sum(CASE WHEN ledger.period = wallets.period THEN ledger.free END), 0)
    FROM wallets LEFT JOIN ledger ON ledger.wallet = wallets.id GROUP BY wallets.id
"""
ENDS = """
    SELECT edits.id FROM edits LEFT JOIN ledger ON ledger.key = 'end:' || edits.id
    WHERE (edits.state IN ('done', 'failed', 'cancelled')) <> (ledger.key IS NOT NULL)
        OR (edits.state = 'done') <> (coalesce(ledger.kind, '') = 'settle')
"""


DAYS = """
    SELECT sum(price) AS spent FROM edits
    WHERE wallet LIKE 'g%' AND state NOT IN ('failed', 'cancelled') GROUP BY person, created / 86400000
"""
CROWDED = """
    SELECT code FROM invites
    WHERE uses < (SELECT count(*) FROM invited WHERE invited.code = invites.code)
        OR credits * (SELECT count(*) FROM invited WHERE invited.code = invites.code)
            <> (SELECT coalesce(sum(paid), 0) FROM ledger WHERE key LIKE 'invite:' || invites.code || ':%')
"""


class PowerCut(Exception):
    """Between the last statement and the commit."""


class LedgerLaws(RuleBasedStateMachine):
    store: Store
    moves_class: type[Moves] = Moves
    submit_class: type[Submit] = Submit
    wallets_class: type[Wallets] = Wallets

    def __init__(self) -> None:
        super().__init__()
        self.runner = asyncio.Runner()
        self.folder = self.store.at(Path(tempfile.mkdtemp(dir=MEMORY if MEMORY.is_dir() else None)))
        self.stack = AsyncExitStack()
        self.house: House = self.run(self.stack.enter_async_context(a_house(self.folder, **RULES)))
        self.till = FakeTill()
        self.staff()
        self.run(self.house.groups.meet(GROUP, "Club"))
        self.group = GROUP
        self.invites: list[str] = []
        self.open: list[Edit] = []
        self.last: Edit | None = None
        self.acts = 0

    def staff(self) -> None:
        self.moves = self.moves_class(self.house.database, self.house.clock, self.house.allowances)
        self.house.submit.__class__ = self.submit_class
        self.house.wallets.__class__ = self.wallets_class
        told = self.house.database, self.house.clock, self.house.allowances
        self.payments = Payments(*told, packs=(PACK,), seal=Seal(b"key"), till=self.till)
        self.refunds = Refunds(*told, self.till)

    def run(self, work: Coroutine[Any, Any, T]) -> T:
        return self.runner.run(work)

    def teardown(self) -> None:
        self.run(self.stack.aclose())
        self.runner.close()
        shutil.rmtree(self.folder)

    @rule(person=PEOPLE, count=st.integers(1, 3), in_group=st.booleans())
    def accept(self, person: int, count: int, *, in_group: bool) -> None:
        try:
            edit = self.run(self.house.ask(person, count=count, chat=self.group if in_group else person))
        except (QuotaUsedUp, CapReached, TooManyWaiting):
            return
        self.last = edit
        self.open.append(edit)

    @rule(person=PEOPLE, models=st.sampled_from([("banana", "brush"), ("banana", "brush", "editor")]))
    def compare(self, person: int, models: tuple[str, ...]) -> None:
        update = next(self.house.updates)
        wanted = draft(person, "sepia", message=update, sources=(photo("cat"),))
        try:
            edits = self.run(self.house.submit.compare(wanted, models, update=update))
        except (QuotaUsedUp, TooManyWaiting):
            return
        self.last = edits[0]
        self.open += edits

    @precondition(lambda self: any(edit.comparison for edit in self.open))
    @rule(data=st.data(), twice=st.booleans())
    def a_comparison_ends(self, data: st.DataObject, *, twice: bool) -> None:
        comparison = next(edit.comparison for edit in self.open if edit.comparison)
        assert comparison
        for edit in self.taken_out(comparison):
            if data.draw(st.booleans()):
                called = self.run(self.moves.to(edit, State.CALLING))
                self.run(self.moves.fetched(called, Outcome(())))
            else:
                self.run(self.moves.failed(edit, Interrupted()))
        for _ in range(1 + twice):
            found = self.run(self.moves.gather(comparison))
            self.run(self.moves.all_done([(edit, (Sent(1),)) for edit in found.ready]))

    @precondition(lambda self: self.last)
    @rule()
    def the_same_update_again(self) -> None:
        assert self.last
        update = self.last.place.message
        same = draft(self.last.person, "sepia", message=update, chat=self.last.place.chat)
        assert self.run(self.house.submit.edit(same, update=update)).id == self.last.id

    @precondition(lambda self: self.open)
    @rule(data=st.data(), twice=st.booleans())
    def done(self, data: st.DataObject, *, twice: bool) -> None:
        edit = self.pick(data)
        for state in (State.CALLING, State.FETCHED, State.DELIVERING):
            if state is State.FETCHED:
                edit = self.run(self.moves.fetched(edit, Outcome(())))
            else:
                edit = self.run(self.moves.to(edit, state))
        for _ in range(1 + twice):
            self.run(self.moves.done(edit, (Sent(1),)))

    @precondition(lambda self: self.open)
    @rule(data=st.data(), twice=st.booleans())
    def failed(self, data: st.DataObject, *, twice: bool) -> None:
        edit = self.pick(data)
        for _ in range(1 + twice):
            self.run(self.moves.failed(edit, Interrupted()))

    @precondition(lambda self: self.open)
    @rule(data=st.data())
    def cancelled(self, data: st.DataObject) -> None:
        edit = self.pick(data)
        self.run(self.house.submit.cancel(edit.id, person=edit.person))
        self.taken_out(edit.comparison)
        with pytest.raises(AlreadyEnded):
            self.run(self.house.submit.cancel(edit.id, person=edit.person))

    @rule(person=PEOPLE, amount=st.integers(-5, 10), again=st.booleans())
    def grant(self, person: int, amount: int, *, again: bool) -> None:
        self.acts += not again
        once = f"grant:{self.acts}"
        with suppress(WrongAmount):
            self.run(self.house.admin.grant(by=ADMIN, to=person, credits=amount, reason="", once=once))

    @rule(person=PEOPLE, again=st.booleans(), lost=st.booleans())
    def pay(self, person: int, *, again: bool, lost: bool) -> None:
        charge = f"c{len(self.till.moved)}"
        paid = self.till.pay(charge, person, 2, self.payments.order(PACK, person))
        if not lost:
            for _ in range(1 + again):
                self.run(self.payments.paid(paid))

    @precondition(lambda self: any(not each.back for each in self.till.moved))
    @rule(data=st.data(), how=st.sampled_from(["well", "refused", "silent", "silent after", "by others"]))
    def refund(self, data: st.DataObject, how: str) -> None:
        paid = data.draw(st.sampled_from([each for each in self.till.moved if not each.back]))
        if how == "by others":
            self.run(self.till.refund(paid.person, paid.charge))
            return
        if how != "well":
            self.till.fault = TillFault(refused=how == "refused", detail=how)
            self.till.after = how == "silent after"
        with suppress(RefundRefused, TillFault):
            self.run(self.refunds.refund(self.run(self.refunds.named(paid.charge))))
        self.till.fault, self.till.after = None, False

    @rule()
    def what_was_paid_is_compared(self) -> None:
        """Then each person has what they paid for, and nothing of what went back."""
        self.run(Reconciler(self.house.database, self.till, self.payments, self.refunds).round())
        rows = self.run(self.house.rows("SELECT charge, state = 'refunded', credits FROM payments"))
        wanted = {each.charge: bool(self.till.back(each.charge)) for each in self.till.moved}
        assert {charge: bool(back) for charge, back, _ in rows} == wanted
        assert all(credits_ == PACK.credits for _, _, credits_ in rows)

    @rule(person=PEOPLE, free=st.none() | st.integers(0, 10))
    def limit(self, person: int, free: int | None) -> None:
        self.acts += 1
        self.run(self.house.admin.limit(by=ADMIN, person=person, credits=free, once=f"limit:{self.acts}"))

    @rule(person=PEOPLE, amount=st.integers(-1, 6), again=st.booleans())
    def give(self, person: int, amount: int, *, again: bool) -> None:
        self.acts += not again
        with suppress(WrongAmount, NotEnoughToGive):
            self.run(
                self.house.wallets.give(
                    person=person, chat=self.group, credits=amount, once=f"gift:{self.acts}"
                )
            )

    @rule(credits=st.integers(0, 3), uses=st.integers(1, 2))
    def invite(self, credits: int, uses: int) -> None:  # noqa: A002  the design's word
        made = self.run(self.house.access.invite(by=ADMIN, credits=credits, uses=uses))
        self.invites.append(made.code)

    @precondition(lambda self: self.invites)
    @rule(person=PEOPLE, data=st.data())
    def come_by_an_invitation(self, person: int, data: st.DataObject) -> None:
        with suppress(InviteVoid):
            code = data.draw(st.sampled_from(self.invites))
            self.run(self.house.access.accept(code, Person(person, "")))

    @precondition(lambda self: self.group == GROUP)
    @rule()
    def the_group_becomes_a_supergroup(self) -> None:
        self.run(self.house.groups.moved(GROUP, SUPERGROUP))
        self.group = SUPERGROUP

    @rule()
    def the_process_is_killed_and_started_again(self) -> None:
        self.run(self.stack.aclose())
        clock, updates, new_id = self.house.clock, self.house.updates, self.house.new_id
        self.house = self.run(self.stack.enter_async_context(a_house(self.folder, **RULES)))
        self.house.clock.move((clock.now() - self.house.clock.now()) / 1000)
        self.house.updates, self.house.new_id = updates, new_id
        self.house.restart()
        self.staff()

    @precondition(lambda self: self.open)
    @rule(data=st.data(), how=st.sampled_from(["_failed", "_done", "_cancel"]))
    def the_power_fails_before_the_commit(self, data: st.DataObject, how: str) -> None:
        edit = data.draw(st.sampled_from(self.open))
        owner, wanted = (self.house.submit, [edit]) if how == "_cancel" else (self.moves, edit)
        more = {"_failed": (Interrupted(),), "_done": ((Sent(1),),), "_cancel": ()}[how]

        async def cut_off(conn: Connection) -> None:
            await getattr(owner, how)(conn, wanted, *more)
            raise PowerCut

        with pytest.raises(PowerCut):
            self.run(self.house.database.write(cut_off))

    @rule(hours=st.sampled_from([-30, -1, 1, 13, 48]))
    def time_passes_or_is_set_back(self, hours: int) -> None:
        self.house.clock.move(hours * 3600)

    def taken_out(self, comparison: str | None) -> list[Edit]:
        """All edits of a comparison that had not ended."""
        found = [edit for edit in self.open if comparison and edit.comparison == comparison]
        self.open = [edit for edit in self.open if edit not in found]
        return found

    def pick(self, data: st.DataObject) -> Edit:
        return self.open.pop(data.draw(st.integers(0, len(self.open) - 1)))

    @invariant()
    def the_books_are_in_order(self) -> None:
        self.run(self.house.database.read(self.audit))

    async def audit(self, conn: Connection) -> None:
        """Every sum is that of its entries, every edit has its one end, nothing is spent that was not."""
        assert all(tuple(row) == (0, 0) for row in await conn.all(SUMS))
        assert await conn.all(ENDS) == []
        assert await audit.differences(conn) == [], "darkroom check --ledger"
        for wallet in (wallet_of(ANN), wallet_of(BOB), wallet_of_group(GROUP)):
            found = await statement(conn, wallet, self.house.allowances, self.house.clock.now())
            assert found.balance >= -await self.taken_back(conn, wallet), "only a refund leaves a debt"
            assert found.free_left >= 0
            assert found.held == sum(edit.price for edit in self.open if edit.wallet == wallet)
        assert all(row["spent"] <= CAP for row in await conn.all(DAYS))
        assert await conn.all(CROWDED) == []

    @staticmethod
    async def taken_back(conn: Connection, wallet: str) -> int:
        row = await conn.one(
            "SELECT -coalesce(sum(paid), 0) AS n FROM ledger WHERE kind = 'refund' AND wallet = ?",
            wallet,
        )
        return int(row["n"]) if row else 0


LIVES = {SQLITE: 50, POSTGRES: 8}
"""Of one process, so on PostgreSQL it is about the statements; `test_at_once.py` is about many."""
HUNT = settings(settings.get_profile("thorough"), phases=[Phase.generate], print_blob=False, database=None)


def test_the_ledger_always_adds_up(store: Store) -> None:
    """Four times as many lives in `make crash`."""
    thorough = settings.get_current_profile_name() == "thorough"
    laws = type("Laws", (LedgerLaws,), {"store": store})
    quick = settings(settings.get_profile("thorough"), max_examples=LIVES[store.kind])
    run_state_machine_as_test(laws, settings=settings() if thorough else quick)


class Hasty(Moves):
    """What the database refuses is seen at once, where it would be tried again for ever."""

    async def _insist(self, work: Any, *args: Any, **how: Any) -> Any:
        return await self._database.write(work, *args, **how)


class DoubleSettle(Hasty):
    """A bug planted on purpose: an edit that was released is settled as well."""

    async def failed(self, edit: Edit, error: Any) -> bool:
        released = await super().failed(edit, error)

        async def settle_too(conn: Connection) -> None:
            await conn.run("UPDATE edits SET state = 'done' WHERE id = ?", edit.id)

        await self._database.write(settle_too)
        return released


class RefundTwice(Hasty):
    """A bug planted on purpose: what was held is given back with every call."""

    async def failed(self, edit: Edit, error: Any) -> bool:
        async def give_back(conn: Connection) -> None:
            await conn.run("UPDATE wallets SET free_used = 0 WHERE id = ?", edit.wallet)

        released = await super().failed(edit, error)
        await self._database.write(give_back)
        return released


class GivesFromNothing(Wallets):
    """A bug planted on purpose: what was given is not taken."""

    async def _give(self, conn: Connection, person: int, *given: Any) -> Any:
        before = await conn.one("SELECT balance FROM wallets WHERE id = ?", wallet_of(person))
        result = await super()._give(conn, person, *given)
        if before:
            sql = "UPDATE wallets SET balance = ? WHERE id = ?"
            await conn.run(sql, before["balance"], wallet_of(person))
        return result


class ForgetsUpdates(Submit):
    """A bug planted on purpose: an update that comes twice starts two edits."""

    async def _accept(self, conn: Connection, wanted: Draft, update: int) -> tuple[Edit, bool]:
        rows = await conn.one("SELECT count(*) AS n FROM edits")
        return await super()._accept(conn, wanted, update + 1_000_000 * (1 + rows["n"] if rows else 0))


@pytest.mark.parametrize(
    "bug",
    [
        {"moves_class": DoubleSettle},
        {"moves_class": RefundTwice},
        {"submit_class": ForgetsUpdates},
        {"wallets_class": GivesFromNothing},
    ],
    ids=["settled twice", "given back twice", "an update that is done twice", "given from nothing"],
)
@pytest.mark.sqlite  # it is about the test above
def test_a_bug_planted_on_purpose_is_caught(bug: dict[str, type], store: Store) -> None:
    buggy = type("Buggy", (LedgerLaws,), {"store": store, **bug})
    with pytest.raises((AssertionError, QuotaUsedUp, StorageFault, BaseExceptionGroup)):
        run_state_machine_as_test(buggy, settings=HUNT)
