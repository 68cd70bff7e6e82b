"""Counts, added up."""

from collections import Counter
from collections.abc import Iterable, Mapping
from math import ceil

from bot.services.console.views import Times


def times(counts: Mapping[int, int]) -> Times:
    """What most took, of how many there were by tenths of a second."""
    total = sum(counts.values())
    if not total:
        return Times()
    return Times(total, _quantile(counts, ceil(0.5 * total)), _quantile(counts, ceil(0.95 * total)))


def most(counts: Iterable[tuple[str, int]]) -> Mapping[str, int]:
    """Sums by name, the largest first."""
    total: Counter[str] = Counter()
    for name, count in counts:
        total[name] += count
    return dict(sorted(total.items(), key=lambda each: (-each[1], each[0])))


def _quantile(counts: Mapping[int, int], rank: int) -> float:
    passed = 0
    for tenths in sorted(counts):
        passed += counts[tenths]
        if passed >= rank:
            return tenths / 10
    raise AssertionError("a rank beyond the last one")
