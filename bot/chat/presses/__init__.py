"""What happens when somebody presses a button: one function a verb, in the file of its keyboard's name."""

from collections.abc import Mapping
from types import MappingProxyType

from bot.chat.keyboards.data import Verb
from bot.chat.presses import (
    admin,
    broadcasts,
    choices,
    compare,
    edits,
    history,
    invites,
    presets,
    privacy,
    questions,
    settings,
    stars,
    user,
)
from bot.chat.presses.press import Press

PRESSES: Mapping[Verb, Press] = MappingProxyType(
    {
        Verb.CANCEL: edits.cancel,
        Verb.AGAIN: edits.again,
        Verb.OTHER: edits.other,
        Verb.WITH: edits.with_model,
        Verb.BACK: edits.back,
        Verb.ORIGINAL: edits.original,
        Verb.UNDO: edits.undo,
        Verb.MODEL: choices.model,
        Verb.GROUP_MODEL: choices.group_model,
        Verb.LANGUAGE: choices.language,
        Verb.FORGET: privacy.forget,
        Verb.HISTORY: history.turn,
        Verb.SHOW: history.show,
        Verb.READY: questions.ready,
        Verb.MORE: questions.more,
        Verb.FIRST: questions.first,
        Verb.TAKES: questions.takes,
        Verb.TAKE: questions.take,
        Verb.PRESET: presets.use,
        Verb.PRESETS: presets.presets,
        Verb.SETTINGS: settings.press,
        Verb.COMPARE: compare.toggle,
        Verb.COMPARE_START: compare.start,
        Verb.KEEP: compare.keep,
        Verb.ADMIN: admin.panel,
        Verb.USER: user.press,
        Verb.BROADCAST: broadcasts.press,
        Verb.SWITCH_MODEL: admin.switch_model,
        Verb.SWITCH_GATEWAY: admin.switch_gateway,
        Verb.REVOKE: invites.revoke,
        Verb.BUY: stars.buy,
        Verb.REFUND: stars.refund,
    }
)
ONCE = frozenset(
    {
        Verb.AGAIN,
        Verb.WITH,
        Verb.ORIGINAL,
        Verb.UNDO,
        Verb.READY,
        Verb.FIRST,
        Verb.TAKE,
        Verb.PRESET,
        Verb.SHOW,
        Verb.COMPARE_START,
        Verb.BUY,
    }
)
"""What costs credits, or sends something: a second press soon after the first does nothing more."""
