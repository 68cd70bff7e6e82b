import pytest

from bot.domain.edit import MOVES, UNFINISHED, Edit, Options, Place, State, after_crash


def an_edit(state: State, calls: int = 0) -> Edit:
    return Edit("e1", "p1", 1, Place(1, 1), "model", "sepia", (), Options(), 1, state, 0, calls)


@pytest.mark.parametrize(
    ("state", "calls", "retry", "expected"),
    [
        (State.WAITING, 0, True, State.WAITING),
        (State.CALLING, 1, True, State.WAITING),
        (State.CALLING, 2, True, State.FAILED),
        (State.CALLING, 1, False, State.FAILED),
        (State.FETCHED, 1, False, State.FETCHED),
        (State.DELIVERING, 2, False, State.DELIVERING),
    ],
)
def test_after_a_crash_an_edit_goes_on_without_asking_twice_too_often(
    state: State, calls: int, *, retry: bool, expected: State
) -> None:
    assert after_crash(an_edit(state, calls), retry_unknown=retry) is expected


def test_every_unfinished_edit_can_fail_and_an_ended_one_goes_nowhere() -> None:
    assert all(State.FAILED in MOVES[state] for state in UNFINISHED)
    assert {state for state in State if state.ended} == {State.DONE, State.FAILED, State.CANCELLED}
