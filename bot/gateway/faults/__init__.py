"""From status, headers and body to a typed fault, and what to do about it (wire/ERRORS.md)."""

from bot.gateway.faults.advice import ADVICE, Advice, Retry, advise
from bot.gateway.faults.classify import Signs, classify, judge
from bot.gateway.faults.complaint import Complaint, complaints
from bot.gateway.faults.redact import masked, redacted
from bot.gateway.faults.retry_after import retry_after

__all__ = [
    "ADVICE",
    "Advice",
    "Complaint",
    "Retry",
    "Signs",
    "advise",
    "classify",
    "complaints",
    "judge",
    "masked",
    "redacted",
    "retry_after",
]
