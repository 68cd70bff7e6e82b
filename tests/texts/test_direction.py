"""Right to left: an Arabic sentence reads right whatever stands in it, and nothing turns another sentence."""

import re
import unicodedata

import pytest

from tests.texts.reading import LANGUAGES, NOW, TEXTS, messages, said

FSI, PDI, RLO, RLI = "\u2068", "\u2069", "\u202e", "\u2067"
MARKS = set("\u200e\u200f\u061c\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")


def depths(line: str) -> list[int]:
    """How many isolates are open after each character; a mark that closes nothing is -1."""
    found, depth = [], 0
    for each in line:
        depth += (each in "\u2066\u2067\u2068") - (each == PDI)
        found.append(depth)
    return found


@pytest.mark.parametrize("language", [each for each in LANGUAGES if each != "ar"])
def test_a_language_from_the_left_carries_no_invisible_marks(language: str) -> None:
    for key in messages(language):
        for text in said(language, key):
            assert not MARKS & set(text), key


def test_an_arabic_sentence_keeps_latin_words_commands_and_moments_apart() -> None:
    say = TEXTS.say
    assert say("ar", "model-chosen", model="Nano Banana") == f"تم، النموذج الآن {FSI}Nano Banana{PDI}."
    assert f"لمعرفة المزيد: {FSI}/help{PDI}" in say("ar", "start", name="Ann")
    assert f"يحذف الأمر {FSI}/privacy delete{PDI} صورك" in say("ar", "privacy", pictures=24, letters=24)
    assert f"{FSI}/give 20{PDI}" in say("ar", "give-usage")
    assert f"({FSI}00:00 UTC{PDI})." in say("ar", "quota-free", left=1, free=2, period="day", renews_at=0)


def test_every_arabic_command_and_name_is_kept_apart() -> None:
    for key in messages("ar"):
        for text in said("ar", key):
            bare = re.sub(f"{FSI}[^{PDI}]*{PDI}", "", text)
            assert not re.search(r"(?<!\d)[/@]\w", bare), key
            assert all(depths(line)[-1:] in ([0], []) for line in text.split("\n")), key


def test_arabic_starts_on_the_right_even_where_a_latin_word_comes_first() -> None:
    # The first letter outside of isolates gives a line its direction.
    for key in ("caption-line", "gateways-offers", "help", "grant-usage"):
        for text in said("ar", key):
            for line in text.split("\n"):
                first = re.search(r"[^\W\d_]", re.sub(f"{FSI}[^{PDI}]*{PDI}", "", line))
                assert first is None or unicodedata.bidirectional(first.group()) == "AL", (key, line)


def test_arabic_numbers_are_written_as_telegrams_apps_do() -> None:
    assert "1,234" in TEXTS.say("ar", "quota", left=1234)


def test_an_arabic_line_of_arabic_words_starts_on_the_right() -> None:
    entry = TEXTS.say("ar", "history-entry", number=3, at=NOW - 300_000, model="Nano", charge="نقطتان")
    assert entry == f"3. قبل 5 دقائق · {FSI}Nano{PDI} · نقطتان"
    assert TEXTS.say("ar", "settings-line", setting="الأبعاد", value="16:9") == f"الأبعاد: {FSI}16:9{PDI}"


def test_an_arabic_bar_fills_from_the_right() -> None:
    assert TEXTS.say("ar", "status-longer", bar="▰▰▱▱").startswith("▰▰▱▱ ")


def test_words_from_the_right_do_not_turn_an_english_sentence() -> None:
    assert TEXTS.say("en", "start", name="محمد").startswith(f"Hello {FSI}محمد{PDI}! I edit photos.")
    assert TEXTS.say("en", "start", name="Zoë 王 😀").startswith("Hello Zoë 王 😀! I")


@pytest.mark.parametrize("language", ["en", "ar"])
@pytest.mark.parametrize(
    "name",
    [f"a{RLO}b", f"{PDI}{RLO}a", f"{PDI}{PDI}{RLI}{RLO}", f"{RLI}{FSI}a", f"a{PDI}\n{RLO}b", "a\u2029" + RLO],
)
def test_nobodys_name_turns_what_follows(language: str, name: str) -> None:
    text = TEXTS.say(language, "start", name=name)
    for line in re.split("[\n\u2029]", text):
        inside = depths(line)
        assert min(inside, default=0) >= 0
        assert inside[-1:] in ([0], [])
        assert all(inside[at] > 0 for at, each in enumerate(line) if each == RLO)


def test_what_fills_a_line_of_its_own_takes_its_own_direction() -> None:
    say = TEXTS.say
    assert (
        say("ar", "words-of-model", words="I see a cat.\nIt is red.")
        == "قال النموذج:\nI see a cat.\nIt is red."
    )
    assert say("en", "words-of-model", words="أرى قطة") == "The model said:\nأرى قطة"
    assert say("en", "words-of-model", words="أرى قطة " * 99) == "The model said:\n" + "أرى قطة " * 99


def test_words_of_people_stay_as_they_are() -> None:
    text = TEXTS.say("en", "refused-person", person="<b>_*[{ $x }")
    assert "<b>_*[{ $x }" in text
    assert not MARKS & set(text)
