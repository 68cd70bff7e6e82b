"""Every recorded answer comes out as its expectation says, however its bytes are cut."""

import json
from pathlib import Path
from typing import Any

import pytest

from bot.gateway.explain import explain, recorded

ANSWERS = Path(__file__).with_name("answers")
EXPECTATIONS = sorted(ANSWERS.glob("*.expect.json"))
KEYS = ("status", "images", "text", "error_kind", "retry_after", "progress")


def told(expectation: Path, chunk: int) -> tuple[dict[str, Any], dict[str, Any]]:
    expected = json.loads(expectation.read_text(encoding="utf-8"))
    name = expectation.name.removesuffix(".expect.json")
    [source] = [path for path in ANSWERS.glob(f"{name}.*") if path != expectation]
    answer = recorded(source.name, source.read_bytes())
    got = explain(
        answer.status,
        answer.headers,
        answer.body,
        request=expected.get("request"),
        base_url=expected.get("base_url"),
        endpoint=expected.get("endpoint"),
        chunk=chunk,
        broken=answer.broken,
    )
    return got, expected


@pytest.mark.parametrize("chunk", [0, 1, 2, 7, 1000])
@pytest.mark.parametrize("expectation", EXPECTATIONS, ids=lambda path: path.name.partition(".")[0])
def test_a_recorded_answer_is_understood_exactly(expectation: Path, chunk: int) -> None:
    got, expected = told(expectation, chunk)

    assert got == {key: expected[key] for key in KEYS}


def test_there_are_as_many_answers_as_were_collected() -> None:
    assert len(EXPECTATIONS) == 44


def test_links_that_are_no_results_never_come_out() -> None:
    for expectation in EXPECTATIONS:
        got, expected = told(expectation, 0)
        urls = {image["url"] for image in got["images"]}
        assert urls.isdisjoint(expected.get("must_not", ()))
