"""What operators may read of a gateway's words: no keys, no tokens, no signed queries."""

import re

LONGEST = 500

_SECRETS = (
    (re.compile(r"(?i)\b(bearer|basic)\s+[\w.~+/=*-]{6,}"), r"\1 …"),
    (re.compile(r"\b(?:sk|pk|rk|key)-[\w*.-]{4,}"), "sk-…"),
    (re.compile(r"\bAIza[\w-]{20,}"), "AIza…"),
    (re.compile(r"\beyJ[\w-]{8,}\.[\w-]{4,}(?:\.[\w-]*)?"), "eyJ…"),
    (re.compile(r"\b\d{6,12}:[\w-]{30,}"), "…:…"),  # a token of Telegram's
    (
        re.compile(
            r"""(?i)((?:api[_-]?key|access[_-]?key(?:[_-]?id)?|token|secret|password|signature|authorization)"""
            r"""["'\]]{0,2}\s*[:=\[]\s*["']?)[\w.~+/=*-]{6,}"""
        ),
        r"\1…",
    ),
    (re.compile(r"(https?://)[^\s/@\"'<>]{1,200}@"), r"\1…@"),
    (re.compile(r"(https?://[^\s?\"'<>)\\]{1,2000})\?[^\s\"'<>)\\]+"), r"\1?…"),
    (re.compile(r"[A-Za-z0-9+/_-]{120,}={0,2}"), "…"),  # base64
)


def redacted(text: str, longest: int = LONGEST) -> str:
    """The text on one line without secrets, cut to `longest` characters."""
    text = " ".join(masked(text[: longest * 8]).split())
    return text if len(text) <= longest else text[: longest - 1] + "…"


def masked(text: str) -> str:
    """The text as it is, without secrets."""
    for pattern, replacement in _SECRETS:
        text = pattern.sub(replacement, text)
    return text
