"""A language's file, read sentence by sentence."""

import subprocess
import sys

import pytest
from babel import Locale
from fluent.runtime import FluentBundle, FluentResource

from bot.texts import source
from bot.texts.book import Book, Functions
from bot.texts.direction import with_commands_apart
from tests.texts.reading import LANGUAGES, messages, samples

MENUS = """
import tracemalloc
from bot.texts import tags
from tests.texts.reading import TEXTS, messages
keys = [key for key in messages("en") if key.startswith(("menu-", "bot-"))]
tracemalloc.start()
for tag in tags():
    for key in keys:
        TEXTS.say(tag, key)
print(len(tags()), len(keys), tracemalloc.get_traced_memory()[0])
"""
"""What Telegram's menus want of all languages; prints how many bytes stay."""

FUNCTIONS: Functions = dict.fromkeys(("WAIT", "MOMENT", "AGO", "DAY"), str)

REFERRING = """\
-brand = { $case ->
   *[short] Dark{""}room
    [long] { -house } Darkroom
}
-house = The
# A comment.
hello = Hello
    from { -brand(case: "long") },
    { $name }!

both = { hello } { nothing }
lone =
    .title = It has no words
broken = { $name
"""


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_sentence_is_what_fluent_reads_in_the_whole_file(language: str) -> None:
    words = source(language)
    whole = FluentBundle([language.replace("-", "_")], dict(FUNCTIONS), use_isolating=False)
    from_right = Locale.parse(language, sep="-").text_direction == "rtl"
    whole.add_resource(FluentResource(with_commands_apart(words) if from_right else words))
    book = Book(language, words, FUNCTIONS)
    for key, reading in messages(language).items():
        pattern = whole.get_message(key).value
        assert pattern is not None
        for data in samples(reading):
            assert book.say(key, data) == whole.format_pattern(pattern, data), key


def test_a_sentence_brings_along_what_it_refers_to() -> None:
    book = Book("en", REFERRING, {})
    assert book.say("hello", {"name": "Ann"}) == ("Hello\nfrom The Darkroom,\nAnn!", [])
    said = book.say("both", {"name": "Ann"})
    assert said is not None
    assert said[0] == "Hello\nfrom The Darkroom,\nAnn! {nothing}"
    assert [str(each) for each in said[1]] == ["Unknown message: nothing"]


@pytest.mark.parametrize("key", ["lone", "broken", "-brand", "title", "none"])
def test_what_is_no_sentence_is_not_said(key: str) -> None:
    assert Book("en", REFERRING, {}).say(key, {}) is None


def test_menus_of_all_languages_leave_no_languages_in_memory() -> None:
    ran = subprocess.run([sys.executable, "-c", MENUS], capture_output=True, text=True, check=True)
    languages, sentences, stay = map(int, ran.stdout.split())
    assert (languages, sentences > 20) == (10, True)
    assert stay < 5_000_000  # all files parsed are 14 MB, and what Babel knows of these languages another 14
