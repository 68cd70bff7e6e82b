"""What must hold after all the deaths, whatever they were; and what is only counted."""

from collections.abc import Iterator
from dataclasses import dataclass, fields

from tests.crash.audit import Row
from tests.crash.crowd import COMMAND, FORBIDDEN, SEPIA, Crowd, Request

_INTERRUPTED = "failed-interrupted"
_REASONS = {SEPIA: {_INTERRUPTED}, FORBIDDEN: {_INTERRUPTED, "failed-content-policy"}}


@dataclass(slots=True)
class Tally:
    """Figures. `kills_while_...` count edits, of which one kill can meet several."""

    kills: int = 0
    kills_while_waiting: int = 0
    kills_while_calling: int = 0
    kills_while_fetched: int = 0
    kills_while_delivering: int = 0
    commands_sent: int = 0
    commands_unanswered: int = 0
    commands_answered_twice: int = 0
    photos_sent: int = 0
    edits_done: int = 0
    edits_failed: int = 0
    edits_cancelled: int = 0
    photos_lost: int = 0
    edits_overcharged: int = 0
    gateway_calls: int = 0
    gateway_asked_again_after_a_stored_answer: int = 0
    gateway_asked_again_after_an_unknown_outcome: int = 0
    given_up_after_an_unknown_outcome: int = 0
    pictures_sent_twice: int = 0
    sentences_sent_twice: int = 0
    status_messages_left: int = 0
    half_written_files_swept: int = 0

    def __add__(self, other: "Tally") -> "Tally":
        names = [field.name for field in fields(self)]
        return Tally(**{name: getattr(self, name) + getattr(other, name) for name in names})

    def table(self) -> str:
        """A line for each figure."""
        lines = ((field.name.replace("_", " "), getattr(self, field.name)) for field in fields(self))
        return "\n".join(f"{name:44} {number:6}" for name, number in lines)


async def judged(world: Crowd) -> tuple[Tally, list[str]]:
    """The figures of a world that has come to rest, and all that is wrong in it."""
    books = world.books()
    commands = [request for request in world.requests if request.wish == COMMAND]
    photos = [request for request in world.requests if request.wish != COMMAND]
    tally = Tally(
        kills=world.kills,
        commands_sent=len(commands),
        commands_unanswered=sum(not world.sentences(each) for each in commands),
        commands_answered_twice=sum(max(0, len(world.sentences(each)) - 1) for each in commands),
        photos_sent=len(photos),
        edits_overcharged=books.overcharged,
        gateway_calls=world.asked.total(),
        gateway_asked_again_after_a_stored_answer=world.calls_after_answer(),
        half_written_files_swept=await world.swept(),
    )
    faults = [*world.faults, *books.faults]
    if tally.edits_overcharged or tally.gateway_asked_again_after_a_stored_answer:
        faults.append("paid twice")
    if tally.commands_unanswered:
        faults.append("a command was lost")
    for request in photos:
        row = books.edits.get(request.message.message_id)
        if row is None:
            tally.photos_lost += 1
            faults.append(f"{_name(request)}: lost")
        else:
            _count(world, request, row, tally)
            faults += [f"{_name(request)}, {row.state}: {fault}" for fault in _faults(world, request, row)]
    return tally, faults


def _count(world: Crowd, request: Request, row: Row, tally: Tally) -> None:
    pictures, sentences = len(world.pictures(request)), len(world.sentences(request))
    for state in ("waiting", "calling", "fetched", "delivering"):
        name = f"kills_while_{state}"
        setattr(tally, name, getattr(tally, name) + world.unfinished[request.number, state])
    tally.edits_done += row.state == "done"
    tally.edits_failed += row.state == "failed"
    tally.edits_cancelled += row.state == "cancelled"
    tally.gateway_asked_again_after_an_unknown_outcome += max(0, world.asked[request.number] - 1)
    tally.given_up_after_an_unknown_outcome += row.error == _INTERRUPTED
    tally.pictures_sent_twice += max(0, pictures - 1)
    tally.sentences_sent_twice += max(0, sentences - 1)
    tally.status_messages_left += len(world.statuses(request))


def _faults(world: Crowd, request: Request, row: Row) -> Iterator[str]:
    number, pictures, sentences = request.number, world.pictures(request), world.sentences(request)
    if not row.ended or not row.told:
        yield "has not come to its end"
    if bool(pictures) != (row.state == "done") or bool(sentences) != (row.state == "failed"):
        yield f"{len(pictures)} pictures, sentences: {[each.text for each in sentences]}"
    if len(pictures) > 1 + world.unfinished[number, "delivering"]:
        yield f"{len(pictures)} pictures, and no kill between send and settle"
    if len(sentences) > 1 + world.untold[number]:
        yield f"{len(sentences)} sentences, and no kill after one of them"
    if len(world.statuses(request)) > world.unannounced[number]:
        yield "a status message was left, and no kill before it was noted"
    repeats = min(1 if world.on_unknown == "retry" else 0, world.unfinished[number, "calling"])
    if max(world.asked[number], row.calls) > 1 + repeats:
        yield f"the gateway was asked {world.asked[number]} times, {row.calls} by the row"
    if row.error and row.error not in _REASONS.get(request.wish, {_INTERRUPTED}):
        yield f"failed of {row.error}"


def _name(request: Request) -> str:
    return f"photo no. {request.number} ({request.wish})"
