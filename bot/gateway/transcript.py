"""What may be kept of a call, for operators: HTTP as text, without secrets, pictures and prompts. Pure."""

import json
import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field, replace

import pybase64

from bot.domain.called import Transcript
from bot.domain.picture import HEAD_BYTES, sniff
from bot.gateway.call import Call, Inlined
from bot.gateway.faults import masked

_REQUEST = 2**16
"""As many bytes are kept of a request's body."""

_TELLING = re.compile(
    r"date|server|content-type|cf-ray|openai-processing-ms|(.*-)?retry-after(-ms)?|(.*-)?(request|trace)-id|.*ratelimit.*"
)
"""Headers of answers that tell something; what else a gateway sends may be for nobody's eyes."""
_BASE64 = re.compile(r"((?:[A-Za-z0-9+/_-]|\\[/nr]){256,}={0,2})(?:<([0-9]+) bytes left out>)?")
_ESCAPED = re.compile(r"\\[/nr]")
_STANDARD = str.maketrans("-_", "+/")
_HEAD = HEAD_BYTES * 4
_SHORT = 8
_KILO = 1000


@dataclass(frozen=True, slots=True)
class Trace:
    """What is left of a call, in memory: the request's facts, and of the answer the body's beginning.

    `status`: 0 where no answer came. `headers` by lower-case names. `size`: of the answer's whole body, in
    bytes; `torn`: `body` lacks its end. `seconds`: from the request to the end.
    """

    url: str
    headers_sent: Mapping[str, str] = field(repr=False)
    status: int = 0
    headers: Mapping[str, str] = field(default_factory=dict, repr=False)
    body: bytes = field(default=b"", repr=False)
    size: int = 0
    torn: bool = False
    seconds: float = 0.0


@dataclass(frozen=True, slots=True)
class Hidden:
    """What nobody may read: keys, and a person's words (empty: everybody may)."""

    secrets: Collection[str] = field(default=(), repr=False)
    prompt: str = field(default="", repr=False)

    @property
    def in_place(self) -> str:
        """What is read instead of the words."""
        return f"<prompt, {len(self.prompt)} characters>"

    def out_of(self, text: str, *, cut: bool = False) -> str:
        """The text without keys, tokens, signed links, pictures and the words; `cut`: its end is missing."""
        for secret in self.secrets:
            text = text.replace(secret, "…") if secret else text
        for form in _forms(self.prompt):
            # A short one is searched for as a word: "cat" is no part of "application/json".
            edges = (r"(?<!\w)", r"(?!\w)") if len(form) < _SHORT else ("", "")
            text = re.sub(re.escape(form).join(edges), lambda _: self.in_place, text)
        return masked(without_pictures(text, cut=cut))


def transcript(trace: Trace, sketch: Call, hidden: Hidden) -> Transcript:
    """What was said. `sketch`: the call as it was written, but for the prompt and for links to pictures."""
    body, cut = _bounded("".join(_shown(sketch)), _REQUEST)
    lines = [f"POST {replace(hidden, prompt='').out_of(trace.url)} HTTP/1.1"]
    lines += [f"{name}: {_sent(name, value)}" for name, value in trace.headers_sent.items()]
    request = "\r\n".join([*lines, "", hidden.out_of(body, cut=cut)])
    return Transcript(request, _answer(trace, hidden) if trace.status else None)


def without_pictures(text: str, *, cut: bool = False) -> str:
    """The text with a word in place of base64 that is too long to be read; `cut`: its end is missing.

    >>> without_pictures("data:image/png;base64," + "iVBORw0KGgoA" * 100_000)
    'data:image/png;base64,<base64 image/png, 900 kB>'
    """

    def word(found: re.Match[str]) -> str:
        size = (len(found[1]) + int(found[2] or 0)) * 3 // 4
        return _named(found[1], size, more=cut and found.end() == len(text))

    return _BASE64.sub(word, text)


def sized(size: int) -> str:
    """Bytes as people read them."""
    if size < _KILO:
        return f"{size} B"
    return f"{size / _KILO:.0f} kB" if size < _KILO**2 else f"{size / _KILO**2:.1f} MB"


def _answer(trace: Trace, hidden: Hidden) -> str:
    told = {name: value for name, value in trace.headers.items() if _TELLING.fullmatch(name)}
    lines = [f"HTTP/1.1 {trace.status} -"]
    lines += [f"{name}: {hidden.out_of(value)[:_KILO]}" for name, value in told.items()]
    return "\r\n".join([*lines, "", hidden.out_of(_readable(trace), cut=trace.torn)])


def _readable(trace: Trace) -> str:
    kind = sniff(trace.body[:HEAD_BYTES])
    if kind or b"\0" in trace.body[:_KILO]:
        return f"<{kind.mime if kind else 'binary'}, {sized(trace.size)}>"
    return trace.body.decode("utf-8", "replace")


def _bounded(text: str, most: int) -> tuple[str, bool]:
    """At most so many bytes of a text, and whether its end is missing."""
    kept = text.encode("utf-8", "replace")
    return (text, False) if len(kept) <= most else (kept[:most].decode("utf-8", "ignore"), True)


def _shown(call: Call) -> Iterator[str]:
    for piece in call.pieces:
        yield _of_picture(piece) if isinstance(piece, Inlined) else piece.decode("utf-8", "replace")


def _of_picture(piece: Inlined) -> str:
    facts = piece.picture.picture
    return f"<{'base64 ' if piece.base64 else ''}{facts.kind.mime}, {sized(facts.size)}>"


def _named(run: str, size: int, *, more: bool) -> str:
    plain = _ESCAPED.sub(lambda found: "/" if found[0] == r"\/" else "", run[:_HEAD]).translate(_STANDARD)
    head = pybase64.b64decode(plain[: len(plain) // 4 * 4], validate=False)
    kind = sniff(head[:HEAD_BYTES])
    what = f"base64 {kind.mime}" if kind else "base64"
    return f"<{what}, {sized(size)}{' or more' if more else ''}>"


def _sent(name: str, value: str) -> str:
    return "…" if name.lower() in {"authorization", "x-goog-api-key"} else masked(value)


def _forms(prompt: str) -> list[str]:
    """How words may stand in an answer: as they are, in JSON of either kind, in JSON within JSON."""
    if not prompt.strip():
        return []
    forms = [prompt]
    for ascii_only in (False, True):
        once = json.dumps(prompt, ensure_ascii=ascii_only)[1:-1]
        forms += (once, json.dumps(once, ensure_ascii=ascii_only)[1:-1])
    return sorted(set(forms), key=len, reverse=True)
