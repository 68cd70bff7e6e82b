"""Telegram's flood limits and who goes first, without Telegram."""

import math

import pytest

from bot.chat.limits import GROUP, OVERALL, PRIVATE, Limits, Urgency
from bot.chat.turns import Ticket, Turns

ANN, BOB, CLUB = 1, 2, -100
R, E, K, P, N = Urgency


def sent(turns: Turns, limits: Limits, now: float) -> list[Ticket]:
    """Everything that may go now; each is answered at once."""
    gone = []
    while ticket := turns.take(now):
        limits.land(ticket.chat, ticket.urgency, ticket.messages, now)
        gone.append(ticket)
    return gone


def run(tickets: list[Ticket], seconds: float) -> list[tuple[float, Ticket]]:
    """When each ticket goes, in steps of a tenth of a second."""
    limits = Limits()
    turns = Turns(limits)
    for ticket in tickets:
        turns.join(ticket)
    steps = [step / 10 for step in range(round(seconds * 10))]
    return [(now, ticket) for now in steps for ticket in sent(turns, limits, now)]


def most_within(times: list[float], seconds: float) -> int:
    return max(sum(1 for time in times if start <= time < start + seconds) for start in times)


def test_a_private_chat_gets_a_small_burst_and_then_one_a_second() -> None:
    times = [now for now, _ in run([Ticket(ANN, K) for _ in range(12)], 20)]
    assert len(times) == 12
    assert times[:3] == [0, 0, 0]
    assert most_within(times, PRIVATE.seconds) == 3


def test_a_group_gets_twenty_in_any_minute() -> None:
    times = [now for now, _ in run([Ticket(CLUB, K) for _ in range(50)], 150)]
    assert len(times) == 50
    assert most_within(times, 60.0) == GROUP.count


def test_all_chats_together_stay_below_thirty_a_second() -> None:
    times = [now for now, _ in run([Ticket(chat, K) for chat in range(1, 200)], 20)]
    assert len(times) == 199
    assert most_within(times, 1.0) <= OVERALL.count


def test_one_chats_wait_is_not_anothers() -> None:
    limits = Limits()
    turns = Turns(limits)
    limits.pause(ANN, 600)
    for ticket in (Ticket(ANN, R), Ticket(BOB, P)):
        turns.join(ticket)
    assert [each.chat for each in sent(turns, limits, 0)] == [BOB]
    assert turns.wait(0) == 600


def test_results_go_before_errors_keyboards_and_progress() -> None:
    gone = run([Ticket(ANN, P), Ticket(ANN, K), Ticket(ANN, E), Ticket(ANN, R)], 10)
    assert [ticket.urgency for _, ticket in gone] == [R, E, K, P]


def test_a_result_goes_before_other_chats_progress_when_all_wait() -> None:
    limits = Limits()
    turns = Turns(limits)
    for _ in range(OVERALL.count):
        limits.start(None, K, 1, now=0)
    for ticket in (Ticket(ANN, K), Ticket(BOB, P), Ticket(CLUB, R)):
        turns.join(ticket)
    assert turns.take(0.5) is None
    assert [each.chat for each in sent(turns, limits, 1)] == [CLUB, ANN, BOB]


def test_progress_comes_at_most_once_a_second_and_leaves_room_for_the_result() -> None:
    limits = Limits()
    turns = Turns(limits)
    shown = []
    for step in range(100):
        turns.join(Ticket(ANN, P, replaces="status"))
        shown += [step / 10 for _ in sent(turns, limits, step / 10)]
    assert most_within(shown, 1.0) == 1
    turns.drop("status")
    result = Ticket(ANN, R)
    turns.join(result)
    assert sent(turns, limits, 10.0) == [result]


def test_progress_in_a_group_never_takes_more_than_half_of_the_minute() -> None:
    limits = Limits()
    turns = Turns(limits)
    shown = 0
    for step in range(600):
        turns.join(Ticket(CLUB, P, replaces="status"))
        shown += len(sent(turns, limits, step / 10))
    assert shown == GROUP.progress


def test_newer_progress_takes_the_place_of_older() -> None:
    limits = Limits()
    turns = Turns(limits)
    limits.pause(ANN, 5)
    old, new = Ticket(ANN, P, replaces="e1"), Ticket(ANN, P, replaces="e1")
    assert turns.join(old) is None
    assert turns.join(new) is old
    assert sent(turns, limits, 5) == [new]
    assert turns.drop("e1") is None


def test_a_message_counts_until_after_its_answer_came() -> None:
    limits = Limits()
    for _ in range(3):
        limits.start(ANN, R, 1, now=0)
    assert math.isinf(limits.wait(ANN, R, 1, now=50)), "three uploads are still on their way"
    limits.land(ANN, R, 1, now=50)
    assert limits.wait(ANN, R, 1, now=50) == PRIVATE.seconds


def test_progress_waits_for_the_answer_to_the_progress_before_it() -> None:
    limits = Limits()
    limits.start(ANN, P, 1, now=0)
    assert math.isinf(limits.wait(ANN, P, 1, now=5)), "a draft is still on its way"
    assert limits.wait(ANN, R, 1, now=5) == 0
    limits.land(ANN, P, 1, now=5)
    assert limits.wait(ANN, P, 1, now=5) == 0


def test_an_album_counts_each_picture_in_a_group() -> None:
    limits = Limits()
    limits.start(CLUB, R, 10, now=0)
    limits.land(CLUB, R, 10, now=0)
    assert limits.wait(CLUB, R, 10, now=1) == 0
    assert limits.wait(CLUB, R, 11, now=1) == 59


@pytest.mark.parametrize("chat", [ANN, CLUB])
def test_who_gives_up_waits_no_longer(chat: int) -> None:
    limits = Limits()
    turns = Turns(limits)
    ticket = Ticket(chat, K)
    turns.join(ticket)
    turns.leave(ticket)
    assert turns.take(0) is None
    assert turns.wait(0) is None


def test_quiet_chats_are_forgotten() -> None:
    limits = Limits()
    for chat in range(1, 6_000):
        limits.start(chat, K, 1, now=0)
        limits.land(chat, K, 1, now=float(chat))
    assert len(limits._chats) < 5_100


def test_news_to_everybody_leave_room_for_all_else() -> None:
    limits = Limits()
    gone = 0
    while limits.wait(1_000 + gone, N, 1, 0.0) <= 0:
        limits.start(1_000 + gone, N, 1, 0.0)
        gone += 1
    assert gone == 18
    assert limits.wait(7, R, 1, 0.0) == 0
    for chat in range(10):
        limits.start(chat, R, 1, 0.5)
    assert limits.wait(9_999, N, 1, 0.99) > 0
    assert limits.wait(9_999, N, 1, 1.01) == 0
