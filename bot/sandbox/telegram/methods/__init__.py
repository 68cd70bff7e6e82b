"""The simulated methods of the Bot API: name -> function(stage, checked parameters) -> result.

To add one: write it in the module of its theme and add it to that module's METHODS.
"""

from collections.abc import Awaitable, Callable
from typing import Any

from bot.sandbox.telegram.methods import (
    drafts,
    editing,
    payments,
    polling,
    profile,
    reactions,
    reading,
    sending,
)
from bot.sandbox.telegram.refusals import Json
from bot.sandbox.telegram.stage import Stage

Method = Callable[[Stage, Json], Any | Awaitable[Any]]

METHODS: dict[str, Method] = {
    **polling.METHODS,
    **sending.METHODS,
    **drafts.METHODS,
    **editing.METHODS,
    **reactions.METHODS,
    **reading.METHODS,
    **profile.METHODS,
    **payments.METHODS,
}
