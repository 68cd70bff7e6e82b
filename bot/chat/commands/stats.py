"""/stats [days], for admins: what happened lately, in a picture and in words."""

from collections.abc import Iterable, Iterator

from bot.chat.charts import failures, stats
from bot.chat.commands.command import Ask, Command, Scope
from bot.chat.context import Context
from bot.chat.pictured import answer
from bot.services.figures import Stats

_USUAL, _MOST = 7, 90
_MODELS = 5


async def run(ask: Ask) -> None:
    """Tell."""
    context = ask.context
    days = _days(ask.words)
    if days is None:
        await context.reply(context.say("stats-usage"))
        return
    told = await context.desk.figures.stats(days)
    words = "\n".join(_lines(context, told))
    if told.edits:
        await answer(context, stats(context.say, told), words)
    else:
        await context.reply(words)


def _days(words: str) -> int | None:
    """How many were asked for; None where that is no such number."""
    if not words:
        return _USUAL
    days = int(words) if words.isdecimal() and len(words) <= len(str(_MOST)) else 0
    return days if 1 <= days <= _MOST else None


def _lines(context: Context, told: Stats) -> Iterator[str]:
    say = context.say
    yield say("stats", days=len(told.days), edits=told.edits)
    yield say(
        "stats-ends",
        done=told.done,
        failed=told.failed,
        cancelled=told.cancelled,
        unfinished=told.unfinished,
    )
    if told.success is not None:
        yield say("stats-success", percent=told.success)
    yield say("stats-people", people=told.people, newcomers=told.newcomers)
    yield say("stats-credits", credits=told.credits)
    if models := [(context.title(model), count) for model, count in told.models.items()]:
        yield say("stats-models", models=_listed(context, models[:_MODELS]))
    if why := failures(say, told):
        yield say("stats-failures", failures=_listed(context, why))


def _listed(context: Context, counts: Iterable[tuple[str, int]]) -> str:
    return " · ".join(context.say("stats-item", name=name, count=count) for name, count in counts)


STATS = Command("stats", run, Scope.ADMINS)
