"""What admins read of models and gateways, with a button to switch each, for the commands and the panel."""

from collections.abc import Iterator

from telegram import InlineKeyboardMarkup

from bot.chat.context import Context
from bot.chat.keyboards import admin as keyboards
from bot.chat.keyboards.data import price_of
from bot.services.fleet import Flaw, Listed, State

Shown = tuple[str, InlineKeyboardMarkup]


async def models(context: Context, *, back: bool = False) -> Shown:
    """Every configured model, and which of them cannot be had. `back`: with the way to the panel."""
    listed, silent = await context.desk.fleet.models()
    lines = [context.say("models-heading"), *(_model(context, each) for each in listed)]
    if silent:
        lines.append(context.say("models-silent", gateways=", ".join(silent)))
    choices = [(each.model, each.flaw is not Flaw.OFF) for each in listed if each.flaw is not Flaw.NEEDS_LINK]
    return "\n".join(lines), keyboards.models(context.say, context.person.id, choices, back=back)


async def gateways(context: Context, *, back: bool = False) -> Shown:
    """What each gateway offers, and how it has been lately."""
    states = await context.desk.fleet.gateways()
    text = "\n\n".join("\n".join(_gateway(context, each)) for each in states)
    choices = [(each.health.name, not each.health.off) for each in states]
    return text, keyboards.gateways(context.say, context.person.id, choices, back=back)


def _model(context: Context, listed: Listed) -> str:
    model = listed.model
    line = context.say(
        "models-line",
        title=model.title,
        model=model.id,
        price=price_of(model),
        dialect=model.dialect,
        gateways=", ".join(listed.gateways) or "–",
        flaw=listed.flaw,
    )
    off = {Flaw.OFF: "models-off", Flaw.ASLEEP: "models-asleep"}.get(listed.flaw) if listed.flaw else None
    return f"{line} · {context.say(off)}" if off else line


def _gateway(context: Context, state: State) -> Iterator[str]:
    health, now = state.health, context.desk.clock.now()
    if state.silent:
        yield context.say("gateways-silent", name=health.name, fault=state.silent)
    else:
        yield context.say("gateways-offers", name=health.name, models=state.offers)
    if health.off:
        yield context.say("gateways-off")
    if health.seconds is not None:
        yield context.say("gateways-seconds", seconds=round(health.seconds))
    if health.fault:
        at = now - round(health.fault_ago * 1000)
        yield context.say("gateways-fault", fault=health.fault, at=at)
    for model, left in health.rests:
        yield context.say("gateways-rest", model=model, until=now + round(left * 1000))
    if health.keys_aside:
        yield context.say("gateways-keys", aside=health.keys_aside, keys=health.keys)
