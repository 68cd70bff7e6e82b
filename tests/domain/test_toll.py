"""No window of Telegram's ever sees too many, however long calls fly and whoever makes them."""

from dataclasses import dataclass

from hypothesis import given, settings
from hypothesis import strategies as st

from bot.domain.toll import WHOLE, Book, Claim

MOST, WINDOW, FLIGHT = 5, 1_000, 400


@dataclass(frozen=True, slots=True)
class Send:
    """A call, a while after the one before; Telegram counts it somewhere in its flight."""

    after: int
    flight: int
    counted: float
    messages: int
    share: int


SENDS = st.lists(
    st.builds(
        Send,
        after=st.integers(0, 300),
        flight=st.integers(0, FLIGHT - 1),
        counted=st.floats(0, 1),
        messages=st.integers(1, MOST),
        share=st.integers(1, MOST),
    ),
    max_size=60,
)


@settings(max_examples=300, deadline=None)
@given(SENDS)
def test_no_window_ever_sees_more_than_the_rule_says(sends: list[Send]) -> None:
    book, now = Book(), 0
    landing: list[tuple[int, int, Claim]] = []
    counted: list[float] = []
    for send in sends:
        now += send.after
        claim = Claim(WHOLE, send.messages, max(send.share, send.messages), WINDOW, FLIGHT)
        while True:
            for end, begun, flown in sorted(landing, key=lambda each: each[:2]):
                if end <= now:
                    book = book.answered(flown, begun, end)
            landing = [each for each in landing if each[0] > now]
            if not (wait := book.wait(claim, now)):
                break
            now += wait
        book = book.begun(claim, now)
        landing.append((now + send.flight, now, claim))
        counted += [now + send.counted * send.flight] * send.messages
    assert all(sum(start <= at < start + WINDOW for at in counted) <= MOST for start in counted)


def test_a_call_whose_process_died_counts_no_longer_than_a_flight() -> None:
    claim = Claim(7, 1, 1, WINDOW, FLIGHT)
    book = Book().begun(claim, 0)
    assert book.wait(claim, 100) == FLIGHT - 100
    assert book.wait(claim, FLIGHT) == 0


def test_what_is_still_flying_is_waited_for_as_if_it_landed_now() -> None:
    claim = Claim(7, 1, 1, WINDOW, 30_000)
    book = Book().begun(claim, 0)
    assert book.wait(claim, 5_000) == WINDOW
    assert book.answered(claim, 0, 5_200).wait(claim, 6_000) == 200


def test_less_urgent_calls_wait_while_others_still_go() -> None:
    book = Book()
    result, progress = Claim(7, 1, 3, WINDOW, FLIGHT), Claim(7, 1, 2, WINDOW, FLIGHT)
    for _ in range(2):
        book = book.answered(result, 0, 0)
    assert book.wait(progress, 1) == WINDOW - 1
    assert book.wait(result, 1) == 0


def test_a_place_that_telegram_closed_stays_closed_for_all() -> None:
    book = Book().shut(5_000).shut(3_000)
    assert book.wait(Claim(7, 1, 3, WINDOW, FLIGHT), 1_000) == 4_000
    assert book.over() == 5_000
