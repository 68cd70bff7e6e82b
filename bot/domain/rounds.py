"""Turns of wallets where many processes take from one line: numbered rounds, one edit of each wallet in each.

What `domain/line.py` decides for one process from memory, these decide from what stands in the database.
"""

from collections import Counter
from collections.abc import Mapping, Sequence


def round_of(mine: int | None, served: int | None, least: int | None) -> int:
    """The round of a wallet's next edit.

    `mine`: the last round that the wallet has an unfinished edit in; `served`: the last one of which an edit is
    in work; `least`: the first one of which an edit waits.
    """
    now = served if served is not None else least or 0
    return now if mine is None else max(now, mine + 1)


def lane_of(unfinished: Mapping[int, int], lanes: int) -> int:
    """Of so many lanes of a wallet the one with the fewest unfinished edits."""
    return min(range(lanes), key=lambda lane: (unfinished.get(lane, 0), lane))


def places(waiting: Sequence[tuple[str, str]], *, room: bool) -> dict[str, int]:
    """How many come before each edit that waits; while there is room, only the wallet's own count.

    `waiting`: edit and wallet, in the order of their turns.
    """
    if not room:
        return {edit: ahead for ahead, (edit, _) in enumerate(waiting)}
    own: Counter[str] = Counter()
    found = {}
    for edit, wallet in waiting:
        found[edit] = own[wallet]
        own[wallet] += 1
    return found
