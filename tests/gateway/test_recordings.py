"""Recorded answers on disk, asked about by name or by lines of JSON, and told in the same order."""

import json
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from bot.cli import cli
from bot.gateway import recordings
from bot.gateway.recordings import explain_files, explain_lines

ANSWERS = Path(__file__).parents[1] / "wire" / "answers"
EXPECTATIONS = sorted(ANSWERS.glob("*.expect.json"))
KEYS = ("status", "images", "text", "error_kind", "retry_after", "progress")
PICTURE = ANSWERS / "p01_markdown_url_zero_usage.json"


def source_of(expectation: Path) -> Path:
    name = expectation.name.removesuffix(".expect.json")
    [source] = [path for path in ANSWERS.glob(f"{name}.*") if path != expectation]
    return source


def expected(expectation: Path) -> dict[str, Any]:
    told: dict[str, Any] = json.loads(expectation.read_text(encoding="utf-8"))
    return told


def explain(*arguments: str, lines: str | bytes = "") -> Result:
    return CliRunner().invoke(cli, ["explain", *arguments], input=lines, prog_name="darkroom")


def told(result: Result) -> list[dict[str, Any]]:
    return [json.loads(line) for line in result.stdout.splitlines()]


@pytest.mark.parametrize("chunk", [0, 7])
def test_lines_with_all_that_is_known_of_an_exchange_give_exactly_what_was_expected_in_order(
    chunk: int,
) -> None:
    wishes = [
        {"file": str(source_of(each)), "chunk": chunk}
        | {key: known[key] for key in ("request", "base_url", "endpoint") if key in (known := expected(each))}
        for each in EXPECTATIONS
    ]
    result = explain("-", lines="\n".join(map(json.dumps, wishes)))
    assert (result.exit_code, result.stderr) == (0, "")
    assert told(result) == [{key: expected(each)[key] for key in KEYS} for each in EXPECTATIONS]
    assert [list(line) for line in told(result)] == [list(KEYS)] * len(EXPECTATIONS)


def test_files_are_told_in_their_order_and_a_minus_stands_for_lines_anywhere() -> None:
    refused = ANSWERS / "p24_err_401_invalid_token.http"
    result = explain(str(PICTURE), "-", str(PICTURE), lines=json.dumps({"file": str(refused)}))
    assert [bool(line["images"]) for line in told(result)] == [True, False, True]


def test_what_cannot_be_read_keeps_its_line_and_fails_at_the_end(tmp_path: Path) -> None:
    lines = [
        json.dumps({"file": str(tmp_path / "gone.json")}),
        "{not json",
        json.dumps(["file"]),
        json.dumps({"file": 7}),
        json.dumps({"file": str(PICTURE), "chunk": -1}),
        json.dumps({"file": str(PICTURE), "chunk": True}),
        json.dumps({"file": str(PICTURE), "endpoint": 7}),
        "",
        json.dumps({"file": "\0"}),
        "[" * 100_000,
        json.dumps({"file": str(PICTURE), "note": "unknown keys are nobody's business", "request": None}),
    ]
    result = explain("-", lines="\n".join(lines))
    *wrong, right = told(result)
    assert result.exit_code == 1
    assert [list(line) for line in wrong] == [["error"]] * 9
    assert [line["error"] for line in wrong] == result.stderr.splitlines()
    assert "gone.json cannot be read: No such file or directory" in wrong[0]["error"]
    assert wrong[1]["error"].startswith("line 2: is no JSON")
    assert wrong[4]["error"] == "line 5: chunk should be a whole number, 0 or more"
    assert list(right) == list(KEYS)


def test_links_of_the_request_are_no_results() -> None:
    (url,) = [image["url"] for image in next(explain_files([str(PICTURE)])).facts["images"]]
    wish = {"file": str(PICTURE), "request": {"messages": [{"role": "user", "content": f"{url} sepia"}]}}
    (line,) = explain_lines([json.dumps(wish).encode()])
    assert line.facts["images"] == []


def test_a_link_without_a_host_is_completed_by_the_base_url(tmp_path: Path) -> None:
    answer = tmp_path / "a.json"
    answer.write_text('{"data": [{"url": "/files/1.png"}]}')
    wish = {"file": str(answer), "base_url": "https://gw.example/v1", "endpoint": "/images/generations"}
    (line,) = explain_lines([json.dumps(wish).encode()])
    assert [image["url"] for image in line.facts["images"]] == ["https://gw.example/files/1.png"]


def test_advice_comes_only_where_it_is_asked_for(tmp_path: Path) -> None:
    answer = tmp_path / "a.http"
    answer.write_text('HTTP/1.1 401 -\r\n\r\n{"error": {"message": "Incorrect API key"}}')
    (plain,) = told(explain(str(answer)))
    (advised,) = told(explain("--advice", str(answer)))
    advice = advised.pop("advice")
    assert advised == plain
    assert (advice["retry"], advice["fail_over"], advice["disable_key"], advice["charge"]) == (
        "no",
        True,
        True,
        False,
    )
    (good,) = told(explain("--advice", str(PICTURE)))
    assert good["advice"] == {"deliver": 1, "charge": True}


def test_any_bytes_are_told_in_one_line(tmp_path: Path) -> None:
    answer = tmp_path / "a.json"
    for content in (b"", b"\xff\x00", b'{"choices":[{"message":{"content":"\\ud83d line\\u2028end\\nx"}}]}'):
        answer.write_bytes(content)
        result = explain(str(answer))
        assert result.exit_code == 0
        assert result.stdout_bytes.count(b"\n") == 1


def test_no_file_at_all_is_a_wrong_use() -> None:
    assert explain().exit_code == 2


def test_a_whole_http_answer_counts_with_its_headers_and_its_missing_end(tmp_path: Path) -> None:
    busy, cut = tmp_path / "busy.http", tmp_path / "cut.http"
    busy.write_text("HTTP/1.1 429 -\r\nRetry-After: 17\r\n\r\n{}")
    cut.write_text('HTTP/1.1 200 OK\r\nContent-Length: 500\r\n\r\n{"choices": []}')
    first, second = explain_files([str(busy), str(cut)])
    assert (first.facts["error_kind"], first.facts["retry_after"]) == ("rate_limited", 17)
    assert second.facts["error_kind"] == "upstream"


def test_a_body_is_fed_in_the_pieces_that_were_asked_for(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[int] = []

    def explained(*_: object, chunk: int, **__: object) -> dict[str, object]:
        asked.append(chunk)
        return {}

    monkeypatch.setattr(recordings, "explain", explained)
    list(explain_lines([json.dumps({"file": str(PICTURE), "chunk": chunk}).encode() for chunk in (0, 7)]))
    assert asked == [0, 7]
