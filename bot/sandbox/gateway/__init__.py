"""An OpenAI-compatible image gateway that makes real edits: for `darkroom demo` and the whole tests.

`GatewayServer` runs it, `Reply` scripts its answers, `MODELS` is the table of models and their real shapes,
magic.py lists the words that make it fail on purpose.
"""

from bot.sandbox.gateway.control import Reply
from bot.sandbox.gateway.journal import Call
from bot.sandbox.gateway.models import MODELS
from bot.sandbox.gateway.server import KEY, GatewayServer

__all__ = ["KEY", "MODELS", "Call", "GatewayServer", "Reply"]
