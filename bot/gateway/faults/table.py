"""The decision table of wire/ERRORS.md, section 1, as data: the first row that fits decides.

A row fits by a word in the error's codes, types and messages (in lower case, anywhere), by a reason for the
end, or by a status. Rows stand in the order of the table; a new gateway's word is one more line.
"""

from dataclasses import dataclass

from bot.domain.errors import FaultKind


@dataclass(frozen=True, slots=True)
class Row:
    """One row: what fits, and the kind that it means."""

    kind: FaultKind
    words: tuple[str, ...] = ()
    finishes: frozenset[str] = frozenset()
    statuses: frozenset[int] = frozenset()


_POLICY = Row(
    FaultKind.CONTENT_POLICY,
    words=(
        "moderation_blocked",
        "content_policy_violation",
        "content_filter",
        "prompt_blocked",
        "sensitive_words_detected",
        "sensitivecontentdetected",
        "datainspectionfailed",
        "data_inspection_failed",
        "violation_fee.",
        "prohibited_content",
        "image_safety",
        "blocked by gemini api",
        "content policy",
        "content policies",
        "content management policy",
        "safety system",
        "safety_violations",
        "input was flagged",
        "flagged_input",
        "public_error_unsafe_generation",
        "support codes:",  # Imagen's refusals wear a parameter error
        "responsibleaipolicyviolation",
        "base_resp 1026",
        "base_resp 1027",
        "敏感",
        "违规",
        "内容安全",
        "内容政策",
    ),
    finishes=frozenset(
        {
            "CONTENT_FILTER",
            "SAFETY",
            "IMAGE_SAFETY",
            "PROHIBITED_CONTENT",
            "IMAGE_PROHIBITED_CONTENT",
            "RECITATION",
            "IMAGE_RECITATION",
            "BLOCKLIST",
            "SPII",
        }
    ),
)
_QUOTA = Row(
    FaultKind.QUOTA,
    words=(
        "insufficient_user_quota",
        "insufficient_quota",
        "pre_consume_token_quota_failed",
        "billing_hard_limit_reached",
        "billing hard limit",
        "billing_not_active",
        "额度不足",
        "额度已用尽",
        "预扣费额度失败",
        "余额不足",
        "积分可能不足",
        "积分不足",
        "insufficient balance",
        "insufficient credits",
        "user quota is not enough",
        "pre-consume quota failed",
        "tokenstatusexhausted",
        "base_resp 1008",
    ),
    statuses=frozenset({402}),
)
_INPUT = Row(
    FaultKind.BAD_REQUEST,
    words=(
        "get file base64 from url failed",
        "decode base64 image data failed",
        "too many images in the message",
        "invalid_image_url",
        "failed_to_download_image",
        "must be an http/https url",
        "not supported model for image generation",
    ),
)
_RATE = Row(
    FaultKind.RATE_LIMITED,
    words=(
        "rate_limit_exceeded",
        "rate_limit_error",
        "rate limit",
        "resource_exhausted",
        "throttling",
        "too many requests",
        "负载已饱和",
        "频繁",
        "base_resp 1002",
    ),
    statuses=frozenset({429}),
)
_AUTH = Row(
    FaultKind.AUTH,
    words=(
        "invalid_api_key",
        "无效的令牌",
        "未提供令牌",
        "该令牌已过期",
        "该令牌状态不可用",
        "authenticationerror",
        "authentication_error",
        "base_resp 1004",
        "base_resp 2049",
        "no_db_connection",  # LiteLLM without a database, on any key but its own: a 400
    ),
    statuses=frozenset({401}),
)
_TIMEOUT = Row(
    FaultKind.TIMEOUT,
    words=("timeout", "timed out", "deadline_exceeded", "base_resp 1001"),
    statuses=frozenset({408, 504, 522, 524}),
)
_REQUEST = Row(FaultKind.BAD_REQUEST, statuses=frozenset({400, 404, 405, 413, 415, 422}))
_FORBIDDEN = Row(FaultKind.AUTH, statuses=frozenset({403}))
_UPSTREAM = Row(
    FaultKind.UPSTREAM,
    words=("upstream_error", "bad_response", "empty_response", "channel:"),
    statuses=frozenset(range(500, 600)),
)
_OTHER_REQUEST = Row(FaultKind.BAD_REQUEST, statuses=frozenset(range(400, 500)))

TABLE = (
    _POLICY,
    _QUOTA,
    _INPUT,
    _RATE,
    _AUTH,
    _TIMEOUT,
    _REQUEST,
    _FORBIDDEN,
    _UPSTREAM,
    _OTHER_REQUEST,
)

STATUS_NAMES = {
    "invalid_request": 400,
    "invalid_argument": 400,
    "invalidparameter": 400,
    "base_resp 2013": 400,
    "unsupported parameter": 400,
    "model_not_found": 404,
    "not_found_error": 404,
    "unsupportedmodel": 404,
    "unauthenticated": 401,
    "permission_denied": 403,
}
"""What an error in a 200 says in words where others say it by status."""

REFUSALS = (
    "content policy",
    "content policies",
    "usage policies",
    "safety system",
    "safety guidelines",
    "community guidelines",
    "guardrail",
    "violates our",
    "banned prompt",
    "moderation",
    "prohibited",
    "nsfw",
    "敏感",
    "违规",
    "违反",
    "内容政策",
    "不合规",
    "审核",
)
"""Words of a model that refuses in prose (E-REFUSAL-TEXT); without them, text alone is `no_image`."""
FAILED = ("生成失败", "生成图片失败", "无法生成", "❌", "generation failed", "failed to generate")
REFUSALS_IN_FAILURES = (
    "policy",
    "policies",
    "violat",
    "safety",
    "unsafe",
    "sensitive",
    "inappropriate",
    "banned",
)
"""Further words that count where the text itself says that it failed."""
