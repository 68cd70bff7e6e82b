"""Each language says all there is to say, in its own way and within Telegram's limits."""

import inspect
import re
from dataclasses import MISSING, fields

import pytest
from babel import Locale

from bot.chat.utf16 import ANSWER_LIMIT, CAPTION_LIMIT, TEXT_LIMIT, units
from bot.domain import errors
from bot.domain.errors import (
    DarkroomError,
    EditFailed,
    FaultKind,
    GatewayFault,
    InputFault,
    PaymentProblem,
    PaymentRefused,
    PictureProblem,
    PresetProblem,
    PresetRefused,
    RefundProblem,
    RefundRefused,
    StartupFault,
    TillFault,
)
from bot.texts import FALLBACK
from tests.texts.reading import LANGUAGES, LATER, OTHERS, TEXTS, categories, messages, said

ALIKE = {
    "admin-console",
    "admin-gateways",
    "ready-anime",
    "ready-comic",
    "ready-pixel",
    "ready-sticker",
    "settings-style",
    "settings-value-photo",
    "switch-off",
    "switch-on",
    "user-edit",
}
"""What may be written as in English: words that went around the world."""

ENGLISH = re.compile(r"\b(the|and|your|you|with|please|picture|nothing|choose|send)\b", re.IGNORECASE)

NOT_CHARGED = {
    "ar": "لم يُخصم شيء",
    "de": "es hat nichts gekostet",
    "en": "nothing was charged",
    "es": "no se ha cobrado nada",
    "fr": "rien n’a été débité",
    "ja": "クレジットは使っていません",
    "pt-br": "nada foi cobrado",
    "ru": "ничего не списано",
    "zh-hans": "没有扣点",
    "zh-hant": "沒有扣點",
}

FOREIGN = {
    "ar": r"[?,;“”]|[٠-٩]",  # its own ؟ ، ؛ «» and, as in Telegram, western digits
    "de": r"“[^“”„]*”|«|»",
    "es": r"(?<!\w)[“”]",
    "fr": r"(?<![\u202f])[;!?»]|(?<!\u202f):(?![/\d])|«(?!\u202f)|[“”]",
    "ja": r"[“”?;]|(?<=[ぁ-んァ-ヶ一-龠])[,!:.]",
    "ru": r"[“”„]|(?<!\u00a0)—",
    "zh-hans": r"[「」?;]|(?<=[一-龠])[,!:.]",
    "zh-hant": r"[“”?;]|(?<=[一-龠])[,!:.]",
}
"""Signs that a language does not use."""

PAIRS = {
    "de": "„“",
    "es": "¿?¡!",
    "ja": "「」",
    "zh-hant": "「」",
    "ru": "«»",
    "fr": "«»",
    "ar": "«»",
    "en": "“”",
}

SAMPLES: dict[object, object] = {int: 3, int | None: LATER, str: "x", PictureProblem: PictureProblem.EMPTY}

every_language = pytest.mark.parametrize("language", LANGUAGES)
every_other_language = pytest.mark.parametrize("language", OTHERS)


def every_error() -> list[DarkroomError]:
    """One of each class and kind, with all its fields."""
    found: list[DarkroomError] = [GatewayFault(kind) for kind in FaultKind]
    found += [InputFault(problem) for problem in PictureProblem]
    found += [PresetRefused(problem, limit=30, name="x") for problem in PresetProblem]
    found += [PaymentRefused(payment) for payment in PaymentProblem]
    found += [RefundRefused(refund) for refund in RefundProblem]
    found += [TillFault(refused=refused, detail="x") for refused in (True, False)]
    for _, each in inspect.getmembers(errors, inspect.isclass):
        if issubclass(each, DarkroomError) and each is not DarkroomError and "key" in vars(each):
            required = [field for field in fields(each) if field.default is MISSING]
            found.append(each(**{field.name: SAMPLES[field.type] for field in required}))
    return found


def test_there_are_ten_languages_each_under_its_own_name() -> None:
    assert set(LANGUAGES) == set(NOT_CHARGED)
    for language in LANGUAGES:
        own = str(Locale.parse(language, sep="-").get_display_name()).casefold()
        assert TEXTS.say(language, "language-name").casefold()[:3] in own or language.startswith("zh")
    assert len({TEXTS.say(language, "language-name") for language in LANGUAGES}) == len(LANGUAGES)


@every_other_language
def test_each_language_has_every_text_with_the_same_variables(language: str) -> None:
    here, there = messages(language), messages(FALLBACK)
    assert set(here) == set(there)
    assert {key: each.names for key, each in here.items()} == {key: each.names for key, each in there.items()}
    assert {key: each.calls for key, each in here.items()} == {key: each.calls for key, each in there.items()}
    assert {key: each.choices for key, each in here.items()} == {
        key: each.choices for key, each in there.items()
    }


@every_other_language
def test_each_text_names_the_same_commands_so_that_they_can_be_pressed(language: str) -> None:
    here, there = messages(language), messages(FALLBACK)
    command = re.compile(r"(?<![\w/])/[a-z]+(?![\w/])")
    other = {
        key: each.prose
        for key, each in here.items()
        if set(command.findall(each.prose)) != set(command.findall(there[key].prose))
    }
    assert other == {}


@every_language
def test_each_number_has_all_plural_categories_of_its_language(language: str) -> None:
    wrong = {
        key: sorted(variants ^ categories(language))
        for key, each in messages(language).items()
        for variants in each.plurals
        if variants != categories(language)
    }
    assert wrong == {}


@every_other_language
def test_nothing_was_left_in_english(language: str) -> None:
    here, there = messages(language), messages(FALLBACK)
    worded = {key for key, each in there.items() if re.search(r"[^\W\d_]", each.prose)}
    assert {key for key in worded & here.keys() if here[key].pattern == there[key].pattern} <= ALIKE
    assert [key for key, each in here.items() if ENGLISH.search(each.prose)] == []


@every_language
def test_every_text_can_be_said_with_every_number(language: str) -> None:
    for key in messages(language):
        for text in said(language, key):
            assert text.strip() == text != "", key
            assert not re.search(r"[{}]|\$|\?\?\?|[^\n] {2}", text), (key, text)
            assert units(text) <= TEXT_LIMIT, key


@every_language
def test_each_error_has_its_sentence(language: str) -> None:
    for error in every_error():
        text = TEXTS.explain(language, error, id="4F2A")
        if not isinstance(error, StartupFault):
            assert text.endswith((".", "。")), text
            assert "\n" not in text
        if isinstance(error, EditFailed):
            assert NOT_CHARGED[language] in text.casefold()


@every_language
def test_everything_fits_where_telegram_puts_it(language: str) -> None:
    limits = {
        "menu-": 256,
        "bot-description": 512,
        "bot-short-description": 120,
        "button-": 40,
        "press-": ANSWER_LIMIT,
        "refused-": ANSWER_LIMIT,
        "error-": ANSWER_LIMIT,
        "caption": CAPTION_LIMIT,
    }
    long = [
        (key, units(text))
        for key in messages(language)
        for start, limit in limits.items()
        if key.startswith(start)
        for text in said(language, key)
        if units(text) > limit
    ]
    assert long == []


@every_language
def test_each_language_keeps_to_its_own_signs(language: str) -> None:
    strange = re.compile(rf"['\"]|\.\.\.|{FOREIGN.get(language, '«')}")
    pairs = PAIRS.get(language, "“”")
    for key, each in messages(language).items():
        met = strange.search(each.prose)
        assert met is None, (key, each.prose[met.start() - 10 : met.end() + 10])
        for opening, closing in zip(pairs[::2], pairs[1::2], strict=True):
            assert each.prose.count(opening) == each.prose.count(closing), key
