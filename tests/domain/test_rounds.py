"""Of many processes, too, no wallet waits behind another one's hundred photos."""

from hypothesis import given
from hypothesis import strategies as st

from bot.domain.rounds import lane_of, places, round_of


def test_the_first_edit_of_a_wallet_is_of_the_round_that_is_served() -> None:
    assert round_of(None, None, None) == 0
    assert round_of(None, 7, 9) == 7
    assert round_of(None, None, 9) == 9, "nothing is in work: of the first round that waits"


def test_each_further_one_is_a_round_later() -> None:
    assert round_of(7, 7, 8) == 8
    assert round_of(3, 7, None) == 7, "what was waited for in vain long ago holds up nobody"


@given(st.lists(st.sampled_from("abc"), min_size=1, max_size=40))
def test_in_each_round_a_wallet_has_one_edit_and_rounds_never_go_back(asked: list[str]) -> None:
    last: dict[str, int] = {}
    for wallet in asked:
        turn = round_of(last.get(wallet), None, min(last.values(), default=None))
        assert turn > last.get(wallet, -1)
        last[wallet] = turn


def test_an_edit_waits_in_the_lane_with_the_fewest_before_it() -> None:
    assert lane_of({}, 3) == 0
    assert lane_of({0: 1, 1: 1}, 3) == 2
    assert lane_of({0: 2, 1: 1, 2: 2}, 3) == 1


def test_while_there_is_room_only_the_own_edits_count_as_before_one() -> None:
    waiting = [("a1", "a"), ("b1", "b"), ("a2", "a")]
    assert places(waiting, room=True) == {"a1": 0, "b1": 0, "a2": 1}
    assert places(waiting, room=False) == {"a1": 0, "b1": 1, "a2": 2}
