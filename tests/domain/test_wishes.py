"""Wishes among the words, and the shape of the result."""

import re
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.edit import Options, Wishes
from bot.domain.model import Model
from bot.domain.picture import Kind, Picture, Stored
from bot.domain.shape import nearest, shaped
from bot.domain.wishes import read

PLAIN = Model("chat", "Chat", 1, "chat")
MODEL = replace(
    PLAIN,
    max_count=4,
    sizes=("1024x1024", "2K"),
    qualities=("standard", "hd"),
    styles=("vivid",),
    ratios=("1:1", "16:9", "9:16", "3:2", "16:10"),
)
WIDE = Wishes(ratio="16:9")

TAKEN = [
    ("a fox --ar 16:9", "a fox", WIDE),
    ("a fox --ar=16:9", "a fox", WIDE),
    ("a fox --AR 16:9.", "a fox.", WIDE),
    ("a fox —ar 16:9", "a fox", WIDE),
    ("一只狐狸——ar 16:9", "一只狐狸", WIDE),
    ("@16:9 a fox", "a fox", WIDE),
    ("a fox @16:9 in the snow", "a fox in the snow", WIDE),
    ("一只狐狸@16:9", "一只狐狸", WIDE),
    ("a fox 16:9", "a fox", WIDE),
    ("a fox, 16:9", "a fox", WIDE),
    ("a fox (16:9)", "a fox", WIDE),
    ("16:9 a fox", "a fox", WIDE),
    ("16:9, a fox", "a fox", WIDE),
    ("一只狐狸，１６：９", "一只狐狸", WIDE),
    ("一只狐狸 16：9", "一只狐狸", WIDE),
    ("把狐狸变红 ＠１６：９", "把狐狸变红", WIDE),
    ("crop it to 16:9", "crop it to 16:9", WIDE),
    ("make it 16:9", "make it 16:9", WIDE),
    ("改成 16：9", "改成 16：9", WIDE),
    ("a fox, --ar 16:9, in the snow", "a fox, in the snow", WIDE),
    ("a fox\n--ar 16:9\nin the snow", "a fox\n\nin the snow", WIDE),
    ("--ar 3:2 a fox --ar 16:9", "a fox", WIDE),
    ("3:2 a fox --ar 16:9", "3:2 a fox", WIDE),
    ("a fox --n 2", "a fox", Wishes(count=2)),
    ("a fox --n 9", "a fox", Wishes(count=4)),
    ("a fox --size 1024×1024", "a fox", Wishes(size="1024x1024")),
    ("a fox --size 2k", "a fox", Wishes(size="2K")),
    ("a fox --quality HD --style vivid", "a fox", Wishes(quality="hd", style="vivid")),
    ("--file a fox", "a fox", Wishes(as_file=True)),
    ("a fox —file", "a fox", Wishes(as_file=True)),
    ("a fox --photo", "a fox", Wishes(as_file=False)),
    ("a fox, 16:9 --n 2", "a fox", Wishes(ratio="16:9", count=2)),
    ("16:9", "", WIDE),
    ("--ar 16:9 --file", "", Wishes(ratio="16:9", as_file=True)),
]


@pytest.mark.parametrize(("text", "prompt", "wishes"), TAKEN, ids=[case[0] for case in TAKEN])
def test_what_the_model_knows_is_taken_out_of_the_words(text: str, prompt: str, wishes: Wishes) -> None:
    asked = read(text, MODEL)
    assert asked.prompt == prompt
    assert asked.wishes == wishes


@pytest.mark.parametrize(
    "text",
    [
        "make it black and white",
        "  spaces , and\n\ncommas,  ",
        "at 16:9 o'clock the fox comes",
        "they won 3:2 against the bears",
        "the clock shows 12:30",
        "at 12:30",
        "a 3:2, 4:1 and 16:9 grid of cats",
        "裁成16:9",
        "a fox --ar 21:9",
        "a fox --style raw --v 6 --no people",
        "a fox --size 999x999",
        "a fox --n 0",
        "a fox --n many",
        "a fox -n 2",
        "x2",
        "a self--file",
        "an old —photo of a fox",
        "mail ann@16:9.example",
        "https://example.com/16:9",
        "16:95 a fox",
        "a fox 116:9",
    ],
)
def test_all_else_stays_as_it_was_written(text: str) -> None:
    assert read(text, MODEL).prompt == text
    assert read(text, MODEL).wishes == Wishes()


@pytest.mark.parametrize("text", [text for text, *_ in TAKEN if "file" not in text and "photo" not in text])
def test_a_model_that_knows_none_of_it_reads_what_the_person_wrote(text: str) -> None:
    assert read(text, PLAIN).prompt == text
    assert read(text, PLAIN).wishes == Wishes()


TAGS = ["--ar 16:9", "@16:9", "--n 2", "--size 2K", "--quality hd", "--style vivid", "--file", "--photo"]


@given(
    st.lists(
        st.text(st.characters(codec="utf-8"), max_size=12) | st.sampled_from([*TAGS, "16:9"]), max_size=8
    )
)
def test_reading_never_loses_or_adds_another_word(pieces: list[str]) -> None:
    text = " ".join(pieces)
    left = re.findall(r"\w+", read(text, MODEL).prompt)
    rest = iter(re.findall(r"\w+", text))
    lost = []
    for word in left:
        for each in rest:
            if each == word:
                break
            lost.append(each)
        else:
            pytest.fail(f"{word!r} is new, or at another place")
    known = set(re.findall(r"\w+", " ".join([*TAGS, *MODEL.ratios, *MODEL.sizes]))) | {"aspect"}
    plain = (
        str.translate(word, str.maketrans("０１２３４５６７８９", "0123456789")) for word in [*lost, *rest]
    )
    assert {word.lower() for word in plain if not word.isdecimal()} <= {word.lower() for word in known}


RATIOS = ("1:1", "2:3", "3:2", "3:4", "4:3", "9:16", "16:9", "21:9", "auto", "0:1")


@pytest.mark.parametrize(
    ("width", "height", "ratio"),
    [
        (4000, 3000, "4:3"),
        (3000, 4000, "3:4"),
        (1080, 1920, "9:16"),
        (1179, 2556, "9:16"),
        (5000, 1000, "21:9"),
        (1000, 1000, "1:1"),
        (1000, 990, "1:1"),
        (1, 9000, "9:16"),
    ],
)
def test_a_photo_keeps_its_shape(width: int, height: int, ratio: str) -> None:
    assert nearest(width, height, RATIOS) == ratio


def test_only_a_model_that_takes_a_ratio_is_asked_for_the_photos_own() -> None:
    photos = [Stored("in", Picture(Kind.JPEG, 400, 300, 9)), Stored("in", Picture(Kind.JPEG, 9, 9, 9))]
    takes = replace(PLAIN, ratios=RATIOS)
    assert shaped(Options(), takes, photos) == Options(ratio="4:3")
    assert shaped(Options(size="2K"), takes, photos) == Options(ratio="4:3", size="2K")
    for same, model, given_ in [
        (Options(), PLAIN, photos),
        (Options(), takes, []),
        (Options(ratio="1:1"), takes, photos),
        (Options(size="1024x1024"), takes, photos),
        (Options(), replace(PLAIN, ratios=("auto",)), photos),
    ]:
        assert shaped(same, model, given_) == same
