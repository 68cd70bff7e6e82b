"""The decision table of wire/ERRORS.md: real bodies, and what each of them means."""

import json
from collections.abc import Mapping

import pytest

from bot.domain.errors import FaultKind, GatewayFault
from bot.gateway.faults import ADVICE, Retry, advise, classify, redacted
from tests.gateway.answers import chat, delta, sse, told

DATE = {"date": "Thu, 20 Nov 2025 12:00:00 GMT"}


def error(**fields: object) -> dict[str, object]:
    return {"error": fields}


ROWS: list[tuple[str, int, object, str]] = [
    ("E-401", 401, error(message="无效的令牌", type="new_api_error"), "auth"),
    ("E-401 OpenRouter", 401, error(message="User not found.", code=401), "auth"),
    ("401 LiteLLM", 400, error(message="No connected db.", type="no_db_connection", code="400"), "auth"),
    ("E-401 Ark", 401, error(code="AuthenticationError", message="the API key or AK/SK"), "auth"),
    ("E-401-QUOTA", 401, error(message="该令牌额度已用尽 TokenStatusExhausted[sk-abc***xyz]"), "quota"),
    ("E-402", 402, error(code=402, message="Insufficient credits"), "quota"),
    ("E-403-QUOTA", 403, error(message="user quota is not enough"), "quota"),
    ("E-403-QUOTA by code", 403, error(message="x", code="pre_consume_token_quota_failed"), "quota"),
    ("403 others", 403, error(message="该令牌无权使用模型：X", type="new_api_error"), "auth"),
    (
        "E-403-POLICY",
        403,
        error(code=403, message="requires moderation and your input was flagged"),
        "content_policy",
    ),
    (
        "E-403-POLICY nested",
        403,
        {
            "success": False,
            "error": {"message": '{"error":"Forbidden","message":"Azure OpenAI content policy"}'},
        },
        "content_policy",
    ),
    ("E-404", 404, error(code="model_not_found", message="does not exist"), "bad_request"),
    ("E-404 at Poe", 400, error(code="model_not_found", message="does not exist"), "bad_request"),
    ("E-503-NOCHANNEL", 503, error(type="model_not_found", message="无可用渠道"), "upstream"),
    ("E-400-POLICY", 400, error(code="content_policy_violation", message="rejected"), "content_policy"),
    (
        "E-400-POLICY Ark",
        400,
        error(code="InputImageSensitiveContentDetected.PrivacyInformation"),
        "content_policy",
    ),
    (
        "E-400-POLICY Imagen",
        400,
        error(status="INVALID_ARGUMENT", message="failed. Support codes: 61493863"),
        "content_policy",
    ),
    (
        "E-400-POLICY 422",
        422,
        {"success": False, "error": {"code": "content_policy_violation"}},
        "content_policy",
    ),
    ("E-400-SHAPE", 400, error(message="Unsupported parameter: 'x'", param="x"), "bad_request"),
    (
        "E-NESTED",
        400,
        error(message='{"error":{"code":429,"status":"RESOURCE_EXHAUSTED"}}'),
        "rate_limited",
    ),
    ("E-GEM-ARRAY", 400, [error(code=400, message="no", status="INVALID_ARGUMENT")], "bad_request"),
    ("E-GEM-ARRAY in a 200", 200, [error(code=400, message="no", status="INVALID_ARGUMENT")], "bad_request"),
    ("E-DETAIL list", 422, {"detail": [{"loc": ["body"], "msg": "field required"}]}, "bad_request"),
    ("E-DETAIL text", 422, {"detail": "Prompt cannot be empty"}, "bad_request"),
    ("E-413", 413, b"<html><head><title>413 Request Entity Too Large</title></head></html>", "bad_request"),
    ("E-429 one-api", 429, error(message="当前分组上游负载已饱和，请稍后再试"), "rate_limited"),
    ("E-429 genspark2api", 429, {"success": False, "message": "请求过于频繁,请稍后再试"}, "rate_limited"),
    ("E-429-EMPTY", 429, b"", "rate_limited"),
    ("E-429-QUOTA", 429, error(message="负载已饱和", code="insufficient_user_quota"), "quota"),
    ("502 saturated", 502, error(message="当前分组上游负载已饱和"), "rate_limited"),
    ("E-IMGFETCH", 500, error(message="too many images in the message, max allowed is 16"), "bad_request"),
    (
        "E-500-ROUTE",
        500,
        error(message="not supported model for image generation, only imagen"),
        "bad_request",
    ),
    ("500 empty", 500, error(message="empty response from Gemini API", code="empty_response"), "upstream"),
    ("E-STRING", 500, {"error": "All cookies are temporarily unavailable."}, "upstream"),
    ("E-STRING in a 200", 200, {"error": "No valid cookies available"}, "upstream"),
    ("500 panic", 500, error(message="Panic detected", type="one_api_panic"), "upstream"),
    (
        "E-524-JSON",
        524,
        {"error_code": 524, "error_name": "origin_response_timeout", "retryable": True},
        "timeout",
    ),
    ("E-524-JSON in a 200", 200, {"error_code": 524, "error_name": "origin_response_timeout"}, "timeout"),
    ("E-524 short", 524, b"error code: 524", "timeout"),
    ("504", 504, b"<html><title>504 Gateway Time-out</title></html>", "timeout"),
    (
        "E-HTML-200",
        200,
        b"\n<!doctype html><html><title>One API rate limit timeout</title></html>",
        "upstream",
    ),
    ("text with 200", 200, b"Not Found", "upstream"),
    ("E-200-BODY", 200, error(message="x", code="rate_limit_exceeded"), "rate_limited"),
    (
        "E-DASHSCOPE",
        200,
        {"code": "DataInspectionFailed", "message": "no", "request_id": "1"},
        "content_policy",
    ),
    ("E-DASHSCOPE throttled", 400, {"code": "Throttling.RateQuota", "message": "x"}, "rate_limited"),
    (
        "E-DASHSCOPE task",
        200,
        {"output": {"task_status": "FAILED", "code": "DataInspectionFailed"}},
        "content_policy",
    ),
    (
        "E-MINIMAX",
        200,
        {"base_resp": {"status_code": 1008, "status_msg": "x"}, "metadata": {"success_count": "0"}},
        "quota",
    ),
    ("jimeng", 200, {"code": -2001, "message": "[无法生成图像]: 即梦积分可能不足", "data": None}, "quota"),
    ("E-SSE-EVENT", 200, b'event: error\ndata: {"error":{"code":429,"message":"x"}}\n\n', "rate_limited"),
    (
        "E-SSE-EVENT bare",
        200,
        b'event: error\ndata: {"code":"rate_limit_exceeded","message":"x"}\n\n',
        "rate_limited",
    ),
    (
        "E-SSE-EVENT MiniMax",
        200,
        b'event: error\ndata: {"error":{"http_code":401,"message":"x"}}\n\n',
        "auth",
    ),
    (
        "E-SSE-CHUNK",
        200,
        sse({"error": {"code": 504, "message": "x"}, "choices": [{"delta": {}, "finish_reason": "error"}]}),
        "timeout",
    ),
    ("E-DELTA", 200, sse(delta(error="timeout"), delta("stop")), "timeout"),
    (
        "E-GLUED",
        200,
        b'{"error":{"code":"insufficient_quota","message":"x"}}data: {"choices":[]}\n\n',
        "quota",
    ),
    ("E-GLUED on two lines", 200, b'{"error":{"message":"x","code":401}}\n' + sse(delta(content="")), "auth"),
    ("E-CUT", 200, sse(delta(content="> 进度 40%"), done=False), "upstream"),
    ("E-CUT in JSON", 200, b'{"choices":[{"message":{"content":"![a](https://x.exam', "upstream"),
    ("E-FINISH-FILTER", 200, sse(delta("content_filter")), "content_policy"),
    (
        "E-NATIVE-FINISH",
        200,
        {
            "choices": [
                {
                    "message": {"content": ""},
                    "finish_reason": "stop",
                    "native_finish_reason": "IMAGE_RECITATION",
                }
            ]
        },
        "content_policy",
    ),
    (
        "E-NATIVE-FINISH top level",
        200,
        {
            "choices": [{"message": {"content": ""}, "finish_reason": "stop"}],
            "native_finish_reason": "IMAGE_PROHIBITED_CONTENT",
        },
        "content_policy",
    ),
    (
        "E-NATIVE-FINISH other",
        200,
        {
            "choices": [
                {
                    "message": {"content": ""},
                    "finish_reason": "content_filter",
                    "native_finish_reason": "IMAGE_OTHER",
                }
            ]
        },
        "no_image",
    ),
    ("E-GEM-BLOCK", 200, {"promptFeedback": {"blockReason": "OTHER"}}, "content_policy"),
    ("E-GEM-SAFETY", 200, {"candidates": [{"finishReason": "IMAGE_SAFETY", "index": 0}]}, "content_policy"),
    ("E-GEM-NOIMAGE", 200, {"candidates": [{"finishReason": "NO_IMAGE"}]}, "no_image"),
    (
        "E-BLANK",
        200,
        {"model": "", "choices": [{"message": {"content": "\n\n"}, "finish_reason": None}]},
        "no_image",
    ),
    ("E-BLANK in words", 200, chat("[响应为空，请重新尝试]"), "no_image"),
    ("E-BLANK stream", 200, b"data: [DONE]\n\n", "no_image"),
    ("nothing at all", 200, b"", "no_image"),
    (
        "E-NEED-STREAM",
        200,
        chat("All tokens available for image generation. Please enable streaming"),
        "no_image",
    ),
    ("E-REFUSAL-TEXT", 200, chat("❌ 生成失败: This content may violate our policies"), "content_policy"),
    ("E-REFUSAL-TEXT mjplus", 200, chat("生成失败, 原因: Banned prompt: x"), "content_policy"),
    ("E-REFUSAL-TEXT of no kind", 200, chat("生成图片失败: 网络错误"), "no_image"),
    ("E-REFUSAL-FIELD", 200, chat(None, refusal="I cannot"), "content_policy"),
    (
        "E-XAI-EMPTY",
        200,
        {"data": [{"url": "", "b64_json": "", "respect_moderation": False}]},
        "content_policy",
    ),
    (
        "R-RESP-CALL failed",
        200,
        {"output": [{"type": "image_generation_call", "status": "failed", "result": None}], "error": None},
        "no_image",
    ),
    (
        "Responses failed",
        200,
        sse(
            {"type": "response.failed", "response": {"error": {"code": "moderation_blocked", "message": "x"}}}
        ),
        "content_policy",
    ),
    ("words without a code", 400, {"message": "insufficient balance"}, "quota"),
    ("words without a code in a 200", 200, {"message": "请求过于频繁"}, "rate_limited"),
    ("a code of success", 200, {"code": 200, "message": "success", "data": []}, "no_image"),
    ("a key in plain words", 403, {"message": "Forbidden"}, "auth"),
    ("any other 4xx", 418, b"", "bad_request"),
    ("any other 5xx", 529, b"", "upstream"),
    ("the body's status beats HTTP's", 500, error(code=429, message="x"), "rate_limited"),
]


@pytest.mark.parametrize(("status", "body", "kind"), [row[1:] for row in ROWS], ids=[row[0] for row in ROWS])
def test_an_answer_without_a_picture_has_its_kind(status: int, body: object, kind: str) -> None:
    got = told(body, status)

    assert got["images"] == []
    assert got["error_kind"] == kind


@pytest.mark.parametrize(
    ("headers", "body", "seconds"),
    [
        ({"retry-after-ms": "1500", "retry-after": "9"}, {}, 1.5),
        ({"retry-after": "12"}, {}, 12),
        ({"llm_provider-retry-after": "12"}, {}, 12),
        ({**DATE, "retry-after": "Thu, 20 Nov 2025 12:00:34 GMT"}, {}, 34),
        ({**DATE, "retry-after": "Thu, 20 Nov 2025 11:00:00 GMT"}, {}, 0),
        ({"retry-after": "Thu, 20 Nov 2025 12:00:34 GMT"}, {}, None),
        ({"retry-after": "soon"}, {}, None),
        ({}, error(details=[{"@type": "type.googleapis.com/google.rpc.RetryInfo", "retryDelay": "34s"}]), 34),
        ({}, error(details=[{"retryDelay": "57.238747106s"}]), 57.238747106),
        ({}, {"error_code": 1015, "error_name": "rate_limited", "retry_after": 30}, 30),
        ({}, error(message="Rate limit reached. Please try again in 12s."), 12),
        ({}, error(message="Please try again in 1m30.5s."), 90.5),
        ({}, error(message="Please try again in 120ms."), 0.12),
        ({}, error(message="Please retry after 20 seconds"), 20),
        ({}, error(message="请求频繁，请 15 秒后再试"), 15),
        ({**DATE, "x-ratelimit-reset": "1763640060000"}, {}, 60),
        (DATE, error(message="x", metadata={"headers": {"X-RateLimit-Reset": "1763640060000"}}), 60),
        ({"x-ratelimit-reset": "1763640060000"}, {}, None),
        ({"retry-after": "99999999"}, {}, None),
    ],
)
def test_the_wait_is_understood_in_every_form(
    headers: Mapping[str, str], body: object, seconds: float | None
) -> None:
    assert classify(429, body, headers).retry_after == seconds


def test_bytes_text_and_json_are_classified_alike() -> None:
    body = error(message="x", code="insufficient_quota")

    assert classify(429, json.dumps(body).encode(), {}).kind is FaultKind.QUOTA
    assert classify(429, body, {}).kind is FaultKind.QUOTA
    assert classify(502, "<html><title>Bad gateway</title>", {}).kind is FaultKind.UPSTREAM


def test_a_flagged_prompt_decides_nothing_by_its_words() -> None:
    body = error(code=400, message="bad", metadata={"prompt": "a timeout, rate limit, insufficient balance"})

    assert classify(400, body, {}).kind is FaultKind.BAD_REQUEST


def test_the_operator_reads_no_secret() -> None:
    said = classify(
        401,
        error(
            message="Incorrect key sk-abcdefghijklmnop in Bearer eyJhbGciOiJIUzI1.abcdefgh.x, "
            "see https://user:pw@gw.example/k?sig=Zm9v api_key=abcdef123456 " + "A" * 9000
        ),
        {},
    ).detail

    for secret in ("abcdefghijklmnop", "eyJhbGci", "Zm9v", "abcdef123456", "pw@"):
        assert secret not in said
    assert len(said) <= 500


def test_redacting_keeps_what_helps() -> None:
    assert (
        redacted("no  channel\nfor model x (request id: 20251120)")
        == "no channel for model x (request id: 20251120)"
    )


def test_there_is_advice_for_every_kind() -> None:
    assert set(ADVICE) == set(FaultKind)
    assert not any(advice.billed and advice.retry is Retry.AFTER_WAIT for advice in ADVICE.values())


@pytest.mark.parametrize(
    ("fault", "retry", "fail_over"),
    [
        (GatewayFault(FaultKind.BAD_REQUEST, 404), Retry.NO, True),
        (GatewayFault(FaultKind.BAD_REQUEST, 400), Retry.NO, False),
        (
            GatewayFault(FaultKind.BAD_REQUEST, 500, detail="get file base64 from url failed: x"),
            Retry.CHANGED,
            True,
        ),
        (GatewayFault(FaultKind.QUOTA, 402), Retry.NO, True),
        (GatewayFault(FaultKind.QUOTA, 402, retry_after=3), Retry.AFTER_WAIT, True),
        (GatewayFault(FaultKind.TIMEOUT, 524), Retry.NO, True),
        (GatewayFault(FaultKind.UPSTREAM, 503, detail="model_not_found"), Retry.NO, True),
        (GatewayFault(FaultKind.UPSTREAM, 502), Retry.ONCE, True),
        (GatewayFault(FaultKind.UPSTREAM, detail="certificate: self-signed"), Retry.NO, True),
        (GatewayFault(FaultKind.CONTENT_POLICY, 400), Retry.NO, False),
    ],
)
def test_advice_follows_the_table(fault: GatewayFault, retry: Retry, fail_over: bool) -> None:  # noqa: FBT001 -- a column
    advice = advise(fault)

    assert (advice.retry, advice.fail_over) == (retry, fail_over)


def test_a_forbidden_model_does_not_put_the_key_aside() -> None:
    assert advise(GatewayFault(FaultKind.AUTH, 401)).disable_key
    assert not advise(GatewayFault(FaultKind.AUTH, 403)).disable_key
