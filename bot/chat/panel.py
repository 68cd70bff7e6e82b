"""The panel of /admin, for the command and its buttons."""

from telegram import InlineKeyboardMarkup

from bot.chat.alerts import sentence
from bot.chat.context import Context
from bot.chat.keyboards import admin as keyboards
from bot.chat.questions import ask
from bot.domain.edit import Draft
from bot.domain.question import Asked, Question

_MOST = 5
"""Troubles that are shown, the oldest first."""


async def home(context: Context) -> tuple[str, InlineKeyboardMarkup]:
    """How the bot is today, and all that an admin can do."""
    told = await context.desk.figures.stats(1)
    ill = ", ".join(context.desk.fleet.ill()) or None
    health = context.say(
        "admin-health", edits=told.edits, failed=told.failed, waiting=told.unfinished, ill=ill
    )
    wrong = [f"⚠ {sentence(context.say, each)}" for each in context.desk.office.alerts.standing()[:_MOST]]
    text = "\n\n".join((health, *wrong, context.say("admin")))
    return text, keyboards.home(context.say, context.person.id, console=context.desk.entrance is not None)


async def ask_for(context: Context, command: str, text: str) -> None:
    """Ask for what a command still needs: the next message completes it. `command`: name and first words."""
    draft = Draft(context.person.id, context.place, "")
    await ask(context, Question(Asked.COMMAND, draft, command=command), text)
