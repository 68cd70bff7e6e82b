"""Turns an answer into pictures. A new shape is an answer in tests/wire/ and a function here.

`structured` knows fields, `text` and `markdown` prose, `payload` base64, `progress` percentages;
`reader` puts them in order.
"""

from bot.gateway.answer.reader import Reader

__all__ = ["Reader"]
