"""Whether a message is for the bot: private always, groups only when addressed."""

import re

import pytest

from bot.chat.addressed import Call, Line, Me, Span, Way, address
from bot.chat.utf16 import clean, cut, part, units, without

ME = Me(100200300, "darkroom_bot")


def spans(text: str) -> tuple[Span, ...]:
    """Entities as Telegram would find them, offsets in UTF-16."""
    return tuple(
        Span(
            "mention" if found[0].startswith("@") else "bot_command",
            units(text[: found.start()]),
            units(found[0]),
        )
        for found in re.finditer(r"(?<![\w/])(@\w+|/\w+(@\w+)?)", text, re.ASCII)
    )


def asked(text: str, *, private: bool = False, reply: bool = False) -> Call | None:
    return address(Line(text, spans(text), private=private, reply=reply), ME)


@pytest.mark.parametrize(
    ("text", "prompt"),
    [
        ("@darkroom_bot make it red", "make it red"),
        ("make it red @Darkroom_Bot", "make it red"),
        ("@darkroom_bot, make it red", "make it red"),
        ("👩‍👩‍👧 please @darkroom_bot make 🎨 of it", "👩‍👩‍👧 please make 🎨 of it"),
        ("@darkroom_bot：改成黑白", "改成黑白"),
        ("/edit make it red", "make it red"),
        ("/edit@darkroom_bot make it red", "make it red"),
        ("/imagine a fox", "a fox"),
        ("/edit", ""),
        ("@darkroom_bot /edit make it red", "make it red"),
        ("@darkroom_bot /edit@darkroom_bot make it red", "make it red"),
        ("make it red /edit @darkroom_bot", "make it red /edit"),
        ("@darkroom_bot", ""),
    ],
)
def test_a_mention_or_a_command_in_a_group_is_for_us_and_is_not_part_of_the_prompt(
    text: str, prompt: str | None
) -> None:
    call = asked(text)
    assert (call.prompt if call else None) == prompt


@pytest.mark.parametrize(
    "text",
    [
        "make it red",
        "@somebody_else make it red",
        "@darkroom_bot2 make it red",
        "mail@darkroom_bot.org",
        "/edit@other_bot make it red",
        "please /edit it",
        "/edited make it red",
        "/start",
        "/unknown thing",
        "",
    ],
)
def test_talk_in_a_group_is_left_alone(text: str) -> None:
    assert asked(text) is None


def test_a_mention_without_a_username_is_a_mention_too() -> None:
    line = Line("Darkroom make it red", (Span("text_mention", 0, 8, ME.id),))
    assert address(line, ME) == Call("make it red", Way.MENTION)
    assert address(Line("Ann make it red", (Span("text_mention", 0, 3, 42),)), ME) is None


def test_a_reply_to_the_bot_is_for_us() -> None:
    assert asked("brighter", reply=True) == Call("brighter", Way.REPLY)


def test_in_private_everything_is_for_us_but_another_bots_command() -> None:
    assert asked("make it red", private=True) == Call("make it red", Way.PRIVATE)
    assert asked("/edit make it red", private=True) == Call("make it red", Way.COMMAND)
    assert asked("/edit@other_bot make it red", private=True) is None


def test_what_no_database_takes_is_cleaned_away() -> None:
    call = asked("make\0 it \ud83d red", private=True)
    assert call
    assert call.prompt.encode() == "make it \ufffd red".encode()


def test_text_is_cut_by_telegrams_count_and_never_inside_a_character() -> None:
    assert units("👋" * 600) == 1200
    assert cut("👋" * 600, 1024) == "👋" * 511 + "…"
    assert units(cut("👋" * 600, 1024)) <= 1024
    assert cut("short", 5) == "short"
    assert part("👋 @bot", 3, 4) == "@bot"
    assert without("👋 @bot x", [(3, 5)]) == "👋 x"
    assert clean(" \n\t ") == ""
