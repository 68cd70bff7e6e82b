"""Buttons' data, memory, progress, forms of delivery, Telegram's refusals: without Telegram."""

import pytest
from telegram.error import BadRequest, Forbidden, NetworkError, RetryAfter, TelegramError, TimedOut

from bot.chat.keyboards.data import Verb, by_short, pack, short, unpack
from bot.chat.memory import Memory
from bot.chat.parcels import file_name, fits_photo
from bot.chat.refusals import Fate, Refusal, describe, fate, may_repeat, refusal, seconds
from bot.domain.model import Catalogue, Model
from bot.domain.picture import Kind, Picture, Stored
from bot.gateway.form import Unanswered

EDIT = "01234567-89ab-cdef-0123-456789abcdef"
LONG = "gemini-2.0-flash-exp-image-generation-of-tomorrow"


def test_data_of_buttons_comes_back_as_it_was() -> None:
    assert unpack(pack(Verb.AGAIN, "r", EDIT)) == (Verb.AGAIN, ("r", EDIT))
    assert unpack(pack(Verb.MODEL, 2**52, short(LONG))) == (Verb.MODEL, (str(2**52), short(LONG)))
    assert unpack(pack(Verb.WITH, "r", EDIT, short(LONG)))


@pytest.mark.parametrize(
    "data", ["", "nonsense", "v1:again:x", "AGAIN:x", "x" * 64, "'; DROP TABLE edits;--"]
)
def test_data_that_we_never_wrote_means_nothing(data: str) -> None:
    assert unpack(data) is None


def test_data_beyond_telegrams_64_bytes_is_a_bug_that_shows_at_once() -> None:
    with pytest.raises(ValueError, match="64"):
        pack(Verb.WITH, EDIT, LONG)
    with pytest.raises(ValueError, match="64"):
        pack(Verb.WITH, "图" * 21)


def test_models_are_found_by_their_short_names_while_on_offer() -> None:
    model = Model(LONG, "Gemini", 2, "chat")
    assert by_short(Catalogue((model,), LONG), short(LONG)) is model
    assert by_short(Catalogue((model,), LONG), short("gone")) is None


def test_memory_forgets_after_a_while_and_when_there_is_too_much() -> None:
    memory = Memory[str](1000, most=2)
    memory.put("a", "1", now=0)
    assert memory.get("a", now=999) == "1"
    assert memory.get("a", now=1000) is None
    for key in "abc":
        memory.put(key, key, now=0)
    assert memory.take("a", now=1) is None
    assert memory.take("c", now=1) == "c"
    assert memory.take("c", now=1) is None


@pytest.mark.parametrize(
    ("picture", "fits"),
    [
        (Picture(Kind.PNG, 1024, 1024, 3_000_000), True),
        (Picture(Kind.JPEG, 5000, 5000, 9_999_999), True),
        (Picture(Kind.PNG, 1024, 1024, 10_000_001), False),
        (Picture(Kind.PNG, 7000, 5400, 190_000), False),
        (Picture(Kind.PNG, 2000, 100, 10_000), True),
        (Picture(Kind.PNG, 2100, 100, 10_000), False),
        (Picture(Kind.PNG, 100, 2100, 10_000), False),
        (Picture(Kind.AVIF, 100, 100, 10_000), False),
    ],
)
def test_what_telegram_takes_as_a_photo(picture: Picture, fits: bool) -> None:  # noqa: FBT001  a parameter
    assert fits_photo(Stored("x", picture)) is fits


def test_files_have_names_that_say_where_they_are_from() -> None:
    stored = Stored("e1/out-1", Picture(Kind.JPEG, 1, 1, 1))
    assert file_name(stored, 1, 1) == "darkroom.jpg"
    assert file_name(stored, 2, 3) == "darkroom-2.jpg"


SILENT = Unanswered("ReadTimeout", unsent=False, silent=True)
REFUSED = Unanswered("ConnectError: Connection refused", unsent=True, silent=False)


def caused(error: TelegramError, cause: Exception) -> TelegramError:
    error.__cause__ = cause
    return error


@pytest.mark.parametrize(
    ("error", "expected"),
    [
        (BadRequest("Message thread not found"), Fate.REFUSED),
        (Forbidden("Forbidden: bot was blocked by the user"), Fate.REFUSED),
        (NetworkError("Request Entity Too Large"), Fate.REFUSED),
        (NetworkError("Bad Gateway"), Fate.NOT_DONE),
        (caused(NetworkError("Bad Gateway (502). Parsing ... failed"), TelegramError("x")), Fate.NOT_DONE),
        (caused(NetworkError("ConnectError"), REFUSED), Fate.NOT_DONE),
        (caused(TimedOut(), SILENT), Fate.UNKNOWN),
    ],
)
def test_what_became_of_a_call_that_raised(error: TelegramError, expected: Fate) -> None:
    assert fate(error) is expected


def test_a_message_that_may_have_arrived_is_not_sent_again() -> None:
    lost = caused(TimedOut(), SILENT)
    assert not may_repeat(lost, "sendPhoto")
    assert may_repeat(lost, "editMessageText")
    assert may_repeat(NetworkError("Bad Gateway"), "sendPhoto")
    assert not may_repeat(BadRequest("chat not found"), "editMessageText")


@pytest.mark.parametrize(
    ("said", "meaning"),
    [
        ("Bad Request: message thread not found", Refusal.NO_THREAD),
        ("Bad Request: message to be replied not found", Refusal.NO_REPLY),
        ("Bad Request: not enough rights to send photos to the chat", Refusal.NO_RIGHT),
        ("Bad Request: PHOTO_INVALID_DIMENSIONS", Refusal.NO_PHOTO),
        ("Bad Request: IMAGE_PROCESS_FAILED", Refusal.NO_PHOTO),
        (
            "Bad Request: message is not modified: specified new message content and ...",
            Refusal.NOT_MODIFIED,
        ),
        ("Bad Request: message to edit not found", Refusal.MESSAGE_GONE),
        ("Bad Request: message can't be deleted for everyone", Refusal.MESSAGE_GONE),
        (
            "Bad Request: query is too old and response timeout expired or query ID is invalid",
            Refusal.QUERY_OLD,
        ),
        ("Bad Request: file is too big", Refusal.FILE_TOO_BIG),
        ("Bad Request: chat not found", Refusal.UNREACHABLE),
        ("Bad Request: something new", Refusal.OTHER),
    ],
)
def test_telegrams_words_have_a_meaning(said: str, meaning: Refusal) -> None:
    assert refusal(BadRequest(said)) is meaning


def test_what_is_told_of_a_refusal_holds_no_token() -> None:
    token = "123456789:AAF4nFcGg_canary_canary_canary_12345"
    told = describe(NetworkError(f"httpx.X: https://api.telegram.org/bot{token}/getMe"))
    assert "canary" not in told
    assert "[token]" in told


def test_retry_after_is_seconds(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PTB_TIMEDELTA", "true")
    assert seconds(RetryAfter(7)) == 7.0
