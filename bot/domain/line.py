"""The line of waiting edits: wallets take turns, so that nobody waits behind one person's hundred photos."""

from collections import Counter, OrderedDict, deque
from collections.abc import Iterator


class Line:
    """Who comes next. A wallet runs at most `per_wallet` edits at once, all together at most `total`."""

    def __init__(self, *, per_wallet: int, total: int) -> None:
        self._per_wallet, self._total = per_wallet, total
        self._waiting: OrderedDict[str, deque[str]] = OrderedDict()
        self._running: dict[str, str] = {}
        self._busy: Counter[str] = Counter()

    def join(self, edit: str, wallet: str) -> None:
        """Stand at the end of the wallet's own row."""
        self._waiting.setdefault(wallet, deque()).append(edit)

    def places(self) -> dict[str, int]:
        """How many come before each edit that waits; while there is room, only the wallet's own count."""
        if len(self._running) < self._total:
            return {edit: ahead for row in self._waiting.values() for ahead, edit in enumerate(row)}
        return {edit: ahead for ahead, edit in enumerate(self._turns())}

    def take(self) -> str | None:
        """The next edit that may run, if any: wallets in turn, each wallet's edits in order."""
        if len(self._running) >= self._total:
            return None
        wallet = next((each for each in self._waiting if self._busy[each] < self._per_wallet), None)
        if wallet is None:
            return None
        edit = self._waiting[wallet].popleft()
        if self._waiting[wallet]:
            self._waiting.move_to_end(wallet)
        else:
            del self._waiting[wallet]
        self._running[edit] = wallet
        self._busy[wallet] += 1
        return edit

    def leave(self, edit: str, wallet: str) -> None:
        """An edit ended, whether it was running or still waiting."""
        if self._running.pop(edit, None) is not None:
            self._busy[wallet] -= 1
            if not self._busy[wallet]:
                del self._busy[wallet]
        elif edit in self._waiting.get(wallet, ()):
            self._waiting[wallet].remove(edit)
            if not self._waiting[wallet]:
                del self._waiting[wallet]

    def _turns(self) -> Iterator[str]:
        rows = [deque(row) for row in self._waiting.values()]
        while rows:
            for row in rows:
                yield row.popleft()
            rows = [row for row in rows if row]
