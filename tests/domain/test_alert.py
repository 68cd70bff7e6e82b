"""When admins are told of a trouble: when it begins, every six hours while it lasts, when it is over."""

from collections.abc import Sequence

import pytest

from bot.domain.alert import (
    CALM,
    DAY,
    DIGEST,
    HOUR,
    MINUTE,
    OF_GATEWAYS,
    Happened,
    Memory,
    Report,
    Sign,
    Trouble,
    Well,
    What,
    due,
    learn,
)

KEY = Trouble(What.KEY, "first", key=1)
SECOND_KEY = Trouble(What.KEY, "first", key=2)
BREAKER = Trouble(What.BREAKER, "first", "banana")
REQUEST = Trouble(What.REQUEST, "first", "banana")
DELIVERY = Trouble(What.DELIVERY)
DISK = Trouble(What.DISK)
PRIVATE = Trouble(What.PRIVATE, "first", name="10.0.0.7")

PICTURE = Well(OF_GATEWAYS, "first", "banana", key=1)
DELIVERED = Well(frozenset({What.DELIVERY}))

Step = tuple[int, Sequence[Sign], str]
"""After so many milliseconds in all these signs come, and that is told."""


def bad(trouble: Trouble, edit: str = "e1", mark: str = "") -> Happened:
    return Happened(trouble, edit, mark)


def told(reports: Sequence[Report]) -> str:
    return "; ".join(
        f"{each.stage}: {', '.join(f'{known.trouble.what} {known.edits}' for known in each.troubles)}"
        for each in reports
    )


def lived(steps: Sequence[Step], memory: Memory | None = None) -> list[str]:
    """What is told at each step."""
    said, memory = [], memory or {}
    for now, signs, _ in steps:
        reports, memory = due(learn(memory, signs, now + DAY), now + DAY)
        said.append(told(reports))
    return said


STORIES: dict[str, list[Step]] = {
    "once at its beginning, once at its end, and nothing between": [
        (0, [bad(KEY)], "began: key 1"),
        (MINUTE, [bad(KEY, "e2"), bad(KEY, "e2")], ""),
        (HOUR, [PICTURE], ""),
        (HOUR + CALM - 1, [], ""),
        (HOUR + CALM, [], "well: key 2"),
        (HOUR + 2 * CALM, [PICTURE], ""),
    ],
    "a digest every six hours while it lasts, with all that is wrong by then": [
        (0, [bad(KEY)], "began: key 1"),
        (HOUR, [bad(BREAKER)], "began: breaker 1"),
        (DIGEST - 1, [bad(KEY, "e2")], ""),
        (DIGEST, [], "lasts: key 2, breaker 1"),
        (DIGEST + HOUR, [bad(BREAKER, "e3")], ""),
        (2 * DIGEST, [], "lasts: key 2, breaker 2"),
    ],
    "what is well for less than five minutes and comes back is the same trouble": [
        (0, [bad(BREAKER)], "began: breaker 1"),
        *[
            step
            for at in range(2, 42, 4)
            for step in ((at * MINUTE, [PICTURE], ""), ((at + 2) * MINUTE, [bad(BREAKER, f"e{at}")], ""))
        ],
        (43 * MINUTE, [PICTURE], ""),
        (48 * MINUTE, [], "well: breaker 11"),
        (54 * MINUTE, [bad(BREAKER)], "began: breaker 1"),
    ],
    "what begins within a minute of a message comes with the next one": [
        (0, [bad(KEY)], "began: key 1"),
        (20_000, [bad(BREAKER)], ""),
        (40_000, [bad(DISK, "")], ""),
        (MINUTE, [], "began: breaker 1, disk 0"),
    ],
    "what is over before it could be told is not told": [
        (0, [bad(KEY)], "began: key 1"),
        (10_000, [bad(BREAKER)], ""),
        (20_000, [PICTURE], ""),
        (MINUTE, [], ""),
        (20_000 + CALM, [], "well: key 1"),
    ],
    "a picture by one key proves nothing about the other": [
        (0, [bad(KEY), bad(SECOND_KEY)], "began: key 1, key 1"),
        (MINUTE, [PICTURE], ""),
        (HOUR, [], "well: key 1"),
        (HOUR + DIGEST, [], "lasts: key 1"),
    ],
    "a picture of one model proves nothing about another": [
        (0, [bad(BREAKER)], "began: breaker 1"),
        (MINUTE, [Well(OF_GATEWAYS, "first", "brush"), Well(OF_GATEWAYS, "second", "banana")], ""),
        (HOUR, [], ""),
    ],
    "one odd picture is no wrong request, two edits in a row are": [
        (0, [bad(REQUEST, "e1"), bad(REQUEST, "e1")], ""),
        (HOUR, [PICTURE], ""),
        (2 * HOUR, [bad(REQUEST, "e2")], ""),
        (3 * HOUR, [bad(REQUEST, "e3")], "began: request 2"),
    ],
    "results undelivered in three chats within minutes are a trouble": [
        (0, [bad(DELIVERY, "e1", "1"), bad(DELIVERY, "e2", "1"), bad(DELIVERY, "e3", "2")], ""),
        (10 * MINUTE, [], ""),
        (11 * MINUTE, [bad(DELIVERY, "e4", "3")], ""),
        (12 * MINUTE, [bad(DELIVERY, "e5", "4"), DELIVERED], ""),
        (13 * MINUTE, [bad(DELIVERY, "e6", "5")], "began: delivery 3"),
        (14 * MINUTE, [DELIVERED], ""),
        (14 * MINUTE + CALM, [], "well: delivery 3"),
    ],
    "what is looked at is over when it is not seen any more": [
        (0, [bad(DISK, "")], "began: disk 0"),
        (MINUTE, [bad(DISK, "")], ""),
        (MINUTE + CALM, [], "well: disk 0"),
    ],
    "a link into a private network is over after an hour without one": [
        (0, [bad(PRIVATE)], "began: private 1"),
        (59 * MINUTE, [bad(PRIVATE, "e2")], ""),
        (60 * MINUTE, [PICTURE], ""),
        (119 * MINUTE, [], "well: private 2"),
    ],
    "where nobody asks a gateway any more, nobody claims that it is well": [
        (0, [bad(KEY)], "began: key 1"),
        (DIGEST, [], "lasts: key 1"),
        (2 * DIGEST, [], "lasts: key 1"),
        (3 * DIGEST, [], "lasts: key 1"),
        (DAY, [], ""),
        (DAY + HOUR, [PICTURE], ""),
        (DAY + 2 * HOUR, [], ""),
    ],
    "a clock that is set back says nothing twice": [
        (HOUR, [bad(KEY)], "began: key 1"),
        (0, [bad(KEY, "e2")], ""),
        (2 * HOUR, [PICTURE], ""),
        (2 * HOUR + CALM, [], "well: key 2"),
    ],
}


@pytest.mark.parametrize("story", STORIES)
def test_what_admins_are_told(story: str) -> None:
    steps = STORIES[story]
    assert lived(steps) == [expected for *_, expected in steps]
