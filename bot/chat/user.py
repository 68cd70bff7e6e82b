"""One person as admins read of them, for /user and its buttons."""

from collections.abc import Iterator

from telegram import InlineKeyboardMarkup

from bot.chat.context import Context
from bot.chat.history import charge
from bot.chat.keyboards import user as keyboards
from bot.services.profiles import Profile
from bot.storage.profile import Entry


async def shown(context: Context, person: int) -> tuple[str, InlineKeyboardMarkup]:
    """State, credits, last edits and last entries in the ledger; and what can be done."""
    profile = await context.desk.office.profiles.of(person)
    keyboard = keyboards.user(context.say, context.person.id, person, banned=profile.banned)
    return "\n".join(_lines(context, profile)), keyboard


def _lines(context: Context, profile: Profile) -> Iterator[str]:
    say, person, credits = context.say, profile.person, profile.statement  # noqa: A001  the design's word
    username = f"@{person.username}" if person.username else None
    yield say("user", name=person.name or "–", username=username, person=str(person.id))
    model = context.title(person.model) if person.model else None
    yield say("user-chosen", language=person.language or person.spoken, model=model)
    if profile.met:
        yield say("user-seen", met=profile.met, seen=profile.seen)
    else:
        yield say("user-never")
    if profile.banned:
        yield say("user-banned", until=person.banned_until, why=profile.why)
    if not person.reachable:
        yield say("user-unreachable")
    yield say(
        "user-credits", left=credits.free_left, free=credits.free, balance=credits.balance, held=credits.held
    )
    if profile.limit is not None:
        yield say("user-limit", limit=profile.limit)
    if profile.edits:
        yield "\n" + say("user-edits")
    for edit in profile.edits:
        title = context.title(edit.model)
        yield say("user-edit", at=edit.created, model=title, charge=charge(context, edit))
    if profile.entries:
        yield "\n" + say("user-entries")
    for entry in profile.entries:
        yield _entry(context, entry)


def _entry(context: Context, entry: Entry) -> str:
    amount = f"{entry.credits:+,}".replace("-", "−") if entry.credits else None
    return context.say("user-entry", at=entry.at, kind=entry.kind, credits=amount, note=entry.note or None)
