"""Presses under /user."""

from bot.chat.keyboards import user as keyboards
from bot.chat.keyboards.user import BANS, GRANTS, Act
from bot.chat.panel import ask_for
from bot.chat.presses.admin import check_admin
from bot.chat.presses.press import Pressed
from bot.chat.user import shown
from bot.domain.span import span


async def press(pressed: Pressed) -> str | None:
    """Do it, and show the person as they are then."""
    context, (owner, named, what, value) = pressed.context, pressed.parts
    check_admin(pressed, owner)
    person, word = int(named), None
    match Act(what):
        case Act.LIMIT:
            await ask_for(context, f"limit {person}", context.say("user-ask-limit", person=str(person)))
            return None
        case Act.BAN:
            await pressed.rekey(keyboards.how_long(context.say, context.person.id, person))
            return context.say("user-ban-sure")
        case Act.GRANT:
            word = await _grant(pressed, person, int(value))
        case Act.SURE:
            word = await _ban(pressed, person, value)
        case Act.UNBAN:
            once = f"unban:{context.update}"
            await context.desk.office.bans.unban(by=context.person.id, person=person, once=once)
            word = context.say("user-unbanned")
        case Act.SHOW:
            pass
    await pressed.reword(*await shown(context, person))
    return word


async def _grant(pressed: Pressed, person: int, amount: int) -> str:
    context = pressed.context
    if amount not in GRANTS:
        raise ValueError(amount)
    once = f"grant:{context.update}"
    await context.desk.admin.grant(by=context.person.id, to=person, credits=amount, reason="", once=once)
    return context.say("user-granted", credits=amount)


async def _ban(pressed: Pressed, person: int, word: str) -> str:
    context = pressed.context
    if word not in BANS:
        raise ValueError(word)
    until = await context.desk.office.bans.ban(
        by=context.person.id, person=person, lasts=span(word), reason="", once=f"ban:{context.update}"
    )
    return context.say("user-shut-out", until=until)
