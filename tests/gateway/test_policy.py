import pytest

from bot.domain.errors import FaultKind, GatewayFault
from bot.gateway.address import Address
from bot.gateway.health import Attempt, Health, Reached
from bot.gateway.policy import GiveUp, Situation, Try, decide

A = Address("a", "http://a", api_keys=("a0", "a1"), priority=1)
B = Address("b", "http://b", api_keys=("b0",), priority=2)
ONE = Address("one", "http://one", api_keys=("k",))
BARE = Address("bare", "http://bare")

PART, WHOLE, CUT, ANSWERED, NOTHING = (
    Reached.PART,
    Reached.WHOLE,
    Reached.CUT,
    Reached.ANSWERED,
    Reached.NOTHING,
)


def fault(
    kind: str, status: int | None = None, retry_after: float | None = None, detail: str = ""
) -> GatewayFault:
    return GatewayFault(FaultKind(kind), status, retry_after, detail)


def failed(
    gateway: str, error: GatewayFault, reached: Reached = ANSWERED, key: int = 0, **more: bool
) -> Attempt:
    return Attempt(gateway, key, error, reached, **more)


def next_step(
    attempts: list[Attempt],
    *addresses: Address,
    health: Health | None = None,
    left: float = 600.0,
    turn: int = 0,
    changeable: bool = False,
) -> tuple[str, int, float] | str:
    situation = Situation(
        "m",
        addresses,
        health or Health(),
        now=1000.0,
        deadline=1000.0 + left,
        turn=turn,
        changeable=changeable,
    )
    decision = decide(attempts, situation)
    if isinstance(decision, GiveUp):
        return f"give up: {decision.fault.kind}"
    return decision.address.name, decision.key, decision.after


UPSTREAM = fault("upstream", 502)
HUNG_UP = fault("upstream")
CUT_STREAM = fault("upstream", 200)
TIMEOUT = fault("timeout", 524)
SILENT = fault("timeout")
NO_IMAGE = fault("no_image", 200)
AUTH = fault("auth", 401)
FORBIDDEN = fault("auth", 403)
QUOTA = fault("quota", 403)
POLICY = fault("content_policy", 400)
BAD = fault("bad_request", 400)
NO_MODEL = fault("bad_request", 404)
NO_CHANNEL = fault("upstream", 503, detail="model_not_found")
BUSY = fault("rate_limited", 429)
BUSY_3 = fault("rate_limited", 429, 3.0)
BUSY_30 = fault("rate_limited", 429, 30.0)
BUSY_1H = fault("rate_limited", 429, 3600.0)
UNREAD = fault("bad_request", 400, detail="get file base64 from url failed")


@pytest.mark.parametrize(
    ("attempts", "alone", "with_b"),
    [
        # an upstream fault: once more after a pause, then the next gateway
        ([failed("one", UPSTREAM)], ("one", 0, 2.0), ("one", 0, 2.0)),
        ([failed("one", UPSTREAM)] * 2, "give up: upstream", ("b", 0, 0.0)),
        ([failed("one", NO_CHANNEL)], "give up: upstream", ("b", 0, 0.0)),
        # nothing was sent, or not all: nobody can have begun, so it may be repeated
        ([failed("one", HUNG_UP, NOTHING)], ("one", 0, 2.0), ("one", 0, 2.0)),
        ([failed("one", HUNG_UP, PART)], ("one", 0, 2.0), ("one", 0, 2.0)),
        ([failed("one", HUNG_UP, NOTHING)] * 2, "give up: upstream", ("b", 0, 0.0)),
        # it may be running, and billed: never again here
        ([failed("one", HUNG_UP, WHOLE)], "give up: upstream", ("b", 0, 0.0)),
        ([failed("one", UPSTREAM, CUT)], "give up: upstream", ("b", 0, 0.0)),
        ([failed("one", CUT_STREAM, CUT)], "give up: upstream", ("b", 0, 0.0)),
        ([failed("one", CUT_STREAM, ANSWERED)], "give up: upstream", ("b", 0, 0.0)),
        ([failed("one", TIMEOUT)], "give up: timeout", ("b", 0, 0.0)),
        ([failed("one", SILENT, WHOLE)], "give up: timeout", ("b", 0, 0.0)),
        ([failed("one", SILENT, PART)], "give up: timeout", ("b", 0, 0.0)),
        # 200 without a picture: somebody else, once
        ([failed("one", NO_IMAGE)], "give up: no_image", ("b", 0, 0.0)),
        ([failed("one", UPSTREAM), failed("one", NO_IMAGE)], "give up: no_image", ("b", 0, 0.0)),
        # the same everywhere
        ([failed("one", POLICY)], "give up: content_policy", "give up: content_policy"),
        ([failed("one", BAD)], "give up: bad_request", "give up: bad_request"),
        # not here
        ([failed("one", NO_MODEL)], "give up: bad_request", ("b", 0, 0.0)),
        ([failed("one", AUTH)], "give up: auth", ("b", 0, 0.0)),
        ([failed("one", QUOTA)], "give up: quota", ("b", 0, 0.0)),
        # busy: wait as long as told, or somebody else if that is long
        ([failed("one", BUSY_3)], ("one", 0, 3.0), ("one", 0, 3.0)),
        ([failed("one", BUSY_30)], ("one", 0, 30.0), ("b", 0, 0.0)),
        ([failed("one", BUSY_1H)], "give up: rate_limited", ("b", 0, 0.0)),
        ([failed("one", BUSY)], ("one", 0, 2.0), ("one", 0, 2.0)),
        ([failed("one", BUSY)] * 2, ("one", 0, 4.0), ("one", 0, 4.0)),
        ([failed("one", BUSY)] * 3, ("one", 0, 8.0), ("b", 0, 0.0)),
        ([failed("one", BUSY)] * 4, "give up: rate_limited", ("b", 0, 0.0)),
    ],
)
def test_what_comes_after_a_fault(
    attempts: list[Attempt], alone: tuple[str, int, float] | str, with_b: tuple[str, int, float] | str
) -> None:
    assert next_step(attempts, ONE) == alone
    assert next_step(attempts, ONE, B) == with_b


def test_the_first_is_asked_by_priority() -> None:
    assert next_step([], B, A) == ("a", 0, 0.0)
    assert next_step([], BARE) == ("bare", 0, 0.0)


def test_a_model_that_nobody_offers_is_told_so() -> None:
    assert next_step([]) == "give up: bad_request"


def test_a_picture_missing_twice_is_given_up_however_many_gateways_there_are() -> None:
    assert next_step([failed("one", NO_IMAGE), failed("b", NO_IMAGE)], ONE, A, B) == "give up: no_image"


def test_keys_take_turns() -> None:
    assert [next_step([], A, turn=turn) for turn in range(3)] == [("a", 0, 0.0), ("a", 1, 0.0), ("a", 0, 0.0)]


@pytest.mark.parametrize("error", [AUTH, QUOTA, FORBIDDEN, BUSY_30])
def test_another_key_is_tried_before_another_gateway(error: GatewayFault) -> None:
    assert next_step([failed("a", error)], A, B) == ("a", 1, 0.0)
    assert next_step([failed("a", error), failed("a", error, key=1)], A, B) == ("b", 0, 0.0)


def test_a_refused_key_is_put_aside_for_five_minutes_and_then_tried_again() -> None:
    health = Health().after_fault(failed("a", AUTH, key=0), "m", now=1000.0)
    assert next_step([], A, B, health=health) == ("a", 1, 0.0)
    assert health.put_aside("a", 0, now=1299.0)
    assert not health.put_aside("a", 0, now=1301.0)


def test_a_gateway_whose_keys_are_all_put_aside_is_asked_last_but_asked() -> None:
    health = Health().after_fault(failed("one", AUTH), "m", now=1000.0)
    assert next_step([], ONE, B, health=health) == ("b", 0, 0.0)
    assert next_step([], ONE, health=health) == ("one", 0, 0.0)


def test_a_forbidden_model_does_not_cost_the_key_its_name() -> None:
    assert not Health().after_fault(failed("a", FORBIDDEN), "m", now=1000.0).put_aside("a", 0, 1000.0)


def after_faults(count: int, error: GatewayFault = UPSTREAM, now: float = 1000.0) -> Health:
    health = Health()
    for _ in range(count):
        health = health.after_fault(failed("one", error), "m", now)
    return health


def test_the_breaker_lets_others_go_first_after_four_faults_in_a_row() -> None:
    assert next_step([], ONE, B, health=after_faults(3)) == ("one", 0, 0.0)
    assert next_step([], ONE, B, health=after_faults(4)) == ("b", 0, 0.0)
    assert next_step([], ONE, health=after_faults(4)) == ("one", 0, 0.0)
    assert not after_faults(4).tripped("one", "another model", 1000.0)


def test_the_breaker_closes_after_a_pause_and_doubles_it_if_that_was_too_early() -> None:
    assert after_faults(4).tripped("one", "m", 1019.0)
    assert not after_faults(4).tripped("one", "m", 1021.0)
    again = after_faults(4).after_fault(failed("one", UPSTREAM), "m", 1021.0)
    assert again.tripped("one", "m", 1060.0)
    assert not again.tripped("one", "m", 1062.0)
    assert not after_faults(60).tripped("one", "m", 1601.0)


def test_a_picture_closes_the_breaker_and_heals_the_key() -> None:
    health = after_faults(9).after_fault(failed("one", AUTH), "m", 1000.0).after_success("one", 0, "m")
    assert health == Health()


@pytest.mark.parametrize("error", [POLICY, BAD, NO_IMAGE, BUSY, AUTH])
def test_what_is_the_requests_fault_does_not_trip_the_breaker(error: GatewayFault) -> None:
    assert not after_faults(9, error).tripped("one", "m", 1000.0)


@pytest.mark.parametrize(("error", "left"), [(BUSY_30, 45.0), (UPSTREAM, 10.0)])
def test_nothing_is_begun_that_cannot_end_before_the_deadline(error: GatewayFault, left: float) -> None:
    assert next_step([failed("one", error)], ONE, left=left) == f"give up: {error.kind}"
    assert next_step([failed("one", error)], ONE, left=60.0) != f"give up: {error.kind}"


def test_an_input_that_could_not_be_read_is_sent_the_other_way_once() -> None:
    assert next_step([failed("one", UNREAD)], ONE) == "give up: bad_request"
    situation = Situation("m", [ONE, B], Health(), 0.0, 600.0, changeable=True)
    decision = decide([failed("one", UNREAD)], situation)
    assert decision == Try(ONE, 0, 0.0, changed=True)
    assert decide([failed("one", UNREAD), failed("one", UNREAD, changed=True)], situation) == Try(B, 0)


def test_six_attempts_are_enough() -> None:
    many = [Address(str(number), "http://x") for number in range(9)]
    attempts = [failed(str(number), TIMEOUT) for number in range(5)]
    assert next_step(attempts, *many) == ("5", 0, 0.0)
    assert next_step([*attempts, failed("5", TIMEOUT)], *many) == "give up: timeout"


def test_the_pause_is_spread_between_one_and_three_seconds() -> None:
    waits = []
    for roll in (0.0, 0.999):
        decision = decide([failed("one", UPSTREAM)], Situation("m", [ONE], Health(), 0.0, 600.0, roll=roll))
        assert isinstance(decision, Try)
        waits.append(round(decision.after))
    assert waits == [1, 3]
