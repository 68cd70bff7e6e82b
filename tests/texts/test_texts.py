"""The words: the right one for each person, with the right numbers and times."""

from datetime import UTC, datetime, tzinfo
from zoneinfo import ZoneInfo

import pytest
from structlog.testing import capture_logs

from bot.domain.errors import QuotaUsedUp
from bot.texts import TextFault, Texts, times
from tests.texts.reading import TEXTS

NOW = round(datetime(2026, 11, 20, 18, 40, tzinfo=UTC).timestamp() * 1000)
MIDNIGHT = round(datetime(2026, 11, 21, tzinfo=UTC).timestamp() * 1000)
FIRST = round(datetime(2026, 12, 1, tzinfo=UTC).timestamp() * 1000)


class Stopped:
    """A clock that always shows the same time."""

    def now(self) -> int:
        return NOW


def texts(zone: tzinfo = UTC) -> Texts:
    return Texts(Stopped(), zone=zone, strict=True)


@pytest.mark.parametrize(
    ("language", "tags"),
    [
        ("en", "en en-GB en-US en_AU"),
        ("zh-hans", "zh zh-hans zh-CN zh-SG zh-hans-raw zh-hans- ZH-HANS zh_CN"),
        ("zh-hant", "zh-hant zh-TW zh-HK zh-MO zh-Hant-HK zh-hant-raw"),
        ("pt-br", "pt pt-br pt-BR pt-PT"),
        ("es", "es es-ES es-419 es-MX"),
        ("ru", "ru ru-RU"),
        ("de", "de de-AT de-CH"),
        ("fr", "fr fr-CA"),
        ("ja", "ja ja-JP"),
        ("ar", "ar ar-EG ar-AE"),
        ("en", "uk be kk ca gl it fa he iw id und"),  # related, but not theirs
        ("en", "tlh!? - -- x zh!"),
    ],
)
def test_telegrams_language_tags_lead_to_the_right_language(language: str, tags: str) -> None:
    assert {tag: TEXTS.choose(tag) for tag in tags.split()} == dict.fromkeys(tags.split(), language)


@pytest.mark.parametrize("wanted", [None, "", "x" * 200, "x-x" * 2000])
def test_no_or_a_wild_language_tag_leads_to_english(wanted: str | None) -> None:
    assert texts().choose(wanted) == "en"


def test_the_language_chosen_here_comes_before_telegrams() -> None:
    assert texts().choose(None, "zh-hans") == "zh-hans"
    assert texts().choose("en", "zh-hans") == "en"
    assert texts().choose("zh-hant", "zh-hans") == "zh-hant"


def test_a_used_up_quota_says_when_it_renews() -> None:
    error = QuotaUsedUp(price=4, left=1, renews_at=MIDNIGHT)
    assert texts().explain("en", error) == (
        "You have 1 credit left, and this costs 4; new free credits come in 5 hours (00:00 UTC)."
    )
    assert texts().explain("zh-hans", error) == (
        "你还剩 1 点，这次需要 4 点；免费点数将在5小时后（00:00 UTC）恢复。"
    )


def test_a_renewal_in_days_names_the_day() -> None:
    error = QuotaUsedUp(price=4, left=0, renews_at=FIRST)
    assert "in 1 week (Dec 1, 00:00 UTC)" in texts().explain("en", error)
    assert "在1周后（12月1日 00:00 UTC）" in texts().explain("zh-hans", error)


def test_times_are_told_in_the_zone_of_the_settings() -> None:
    error = QuotaUsedUp(price=4, left=0, renews_at=MIDNIGHT)
    assert "08:00 UTC+8" in texts(ZoneInfo("Asia/Shanghai")).explain("en", error)
    assert "05:30 UTC+5:30" in texts(ZoneInfo("Asia/Kolkata")).explain("en", error)


def test_credits_that_never_renew_promise_nothing() -> None:
    said = texts().explain("en", QuotaUsedUp(price=4, left=0, renews_at=None))
    assert "ask the operator" in said
    assert "UTC" not in said


def test_numbers_choose_their_plural() -> None:
    say = texts().say
    assert say("en", "quota", left=1) == "You can spend 1 credit now."
    assert say("en", "quota", left=1234) == "You can spend 1,234 credits now."
    assert say("zh-hans", "quota", left=1) == "你现在有 1 点可用。"
    assert [say("ru", "quota", left=left) for left in (1, 3, 5, 21)] == [
        "Сейчас у вас 1 кредит.",
        "Сейчас у вас 3 кредита.",
        "Сейчас у вас 5 кредитов.",
        "Сейчас у вас 21 кредит.",
    ]


def test_a_models_many_words_are_shown_whole() -> None:
    words = "so many words { $x } " * 200
    assert texts().say("en", "words-of-model", words=words) == f"The model said:\n{words}"


def test_a_language_that_we_do_not_speak_reads_english() -> None:
    assert texts().say("tlh", "button-back") == "‹ Back"


def test_a_missing_text_or_variable_is_a_fault_in_tests() -> None:
    with pytest.raises(TextFault):
        texts().say("en", "no-such-text")
    with pytest.raises(TextFault):
        texts().say("en", "model-chosen")


def test_a_missing_text_or_variable_still_gives_an_answer_to_people() -> None:
    lenient = Texts(Stopped())
    with capture_logs() as logs:
        assert lenient.say("en", "no-such-text") == "no-such-text"
        assert "it is" in lenient.say("en", "model-chosen")
    assert [each["event"] for each in logs] == ["text missing", "text missing"]


@pytest.mark.parametrize(
    ("minutes", "said"),
    [
        (-3, "1 minute ago"),
        (0, "1 minute ago"),
        (90, "2 hours ago"),
        (6 * 1440, "6 days ago"),
        (8 * 1440, "Nov 12"),
        (400 * 1440, "Oct 16, 2025"),
    ],
)
def test_what_was_is_told_by_how_long_ago_and_after_a_week_by_its_day(minutes: int, said: str) -> None:
    assert times.ago(NOW, NOW - minutes * 60_000, "en", UTC) == said


def test_a_day_below_a_bar_is_short_and_in_digits_where_charts_cannot_write_the_language() -> None:
    late = MIDNIGHT - 1
    days = {tag: times.day(late, tag, UTC) for tag in ("en", "zh_hans", "de", "ru", "ja", "ar")}
    assert days == {
        "en": "Nov 20",
        "zh_hans": "11月20日",
        "de": "20. Nov.",
        "ru": "20 нояб.",
        "ja": "11月20日",
        "ar": "20/11",
    }
    assert times.day(late, "en", ZoneInfo("Asia/Shanghai")) == "Nov 21"
