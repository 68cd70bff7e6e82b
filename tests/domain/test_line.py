from collections import Counter

from hypothesis import given
from hypothesis import strategies as st

from bot.domain.line import Line


def drain(line: Line) -> list[str]:
    taken = []
    while edit := line.take():
        taken.append(edit)
    return taken


def test_nobody_waits_behind_one_persons_hundred_photos() -> None:
    line = Line(per_wallet=100, total=1000)
    for number in range(100):
        line.join(f"hog-{number}", "hog")
    line.join("ann-0", "ann")
    line.join("bob-0", "bob")
    assert drain(line)[:4] == ["hog-0", "ann-0", "bob-0", "hog-1"]


def test_a_wallet_runs_no_more_than_its_share_at_once() -> None:
    line = Line(per_wallet=2, total=10)
    for number in range(4):
        line.join(f"ann-{number}", "ann")
    assert drain(line) == ["ann-0", "ann-1"]
    line.leave("ann-0", "ann")
    assert drain(line) == ["ann-2"]


def test_all_together_run_no_more_than_the_total() -> None:
    line = Line(per_wallet=5, total=3)
    for wallet in ("ann", "bob", "eve", "joe"):
        line.join(f"{wallet}-0", wallet)
    assert drain(line) == ["ann-0", "bob-0", "eve-0"]


def test_who_waits_is_told_how_many_come_first_and_that_goes_down() -> None:
    line = Line(per_wallet=1, total=1)
    for number, wallet in enumerate(("ann", "ann", "bob", "bob", "ann")):
        line.join(f"{wallet}-{number}", wallet)
    assert drain(line) == ["ann-0"]
    assert line.places() == {"bob-2": 0, "ann-1": 1, "bob-3": 2, "ann-4": 3}
    line.leave("ann-0", "ann")
    assert drain(line) == ["bob-2"]
    assert line.places() == {"ann-1": 0, "bob-3": 1, "ann-4": 2}


def test_while_there_is_room_only_ones_own_come_first() -> None:
    line = Line(per_wallet=1, total=10)
    for number in range(3):
        line.join(f"ann-{number}", "ann")
        line.join(f"bob-{number}", "bob")
    drain(line)
    assert line.places() == {"ann-1": 0, "ann-2": 1, "bob-1": 0, "bob-2": 1}


def test_a_cancelled_edit_leaves_the_line() -> None:
    line = Line(per_wallet=1, total=1)
    line.join("ann-0", "ann")
    line.join("bob-0", "bob")
    line.leave("ann-0", "ann")
    line.leave("ann-0", "ann")
    assert drain(line) == ["bob-0"]


@given(st.lists(st.tuples(st.sampled_from("abc"), st.booleans()), max_size=60))
def test_every_edit_gets_its_turn_and_no_limit_is_passed(steps: list[tuple[str, bool]]) -> None:
    line, joined, running, done = Line(per_wallet=2, total=3), 0, [], []
    for number, (wallet, ends) in enumerate(steps):
        line.join(f"{wallet}{number}", wallet)
        joined += 1
        running += drain(line)
        assert len(running) <= 3
        assert max(Counter(edit[0] for edit in running).values(), default=0) <= 2
        if ends and running:
            done.append(running.pop(0))
            line.leave(done[-1], done[-1][0])
    while running:
        done.append(running.pop(0))
        line.leave(done[-1], done[-1][0])
        running += drain(line)
    assert len(done) == len(set(done)) == joined
