"""Tests are found by name, so that a list of faults can say which test holds each of them."""

import ast
from collections.abc import Iterable
from functools import cache
from pathlib import Path

ROOT = Path(__file__).parents[2]


def missing(tests: Iterable[str]) -> list[str]:
    """Those of `path::name` that are no test."""
    return sorted({test for test in tests if test.partition("::")[2] not in _tests(test.partition("::")[0])})


@cache
def _tests(path: str) -> frozenset[str]:
    tree = ast.parse((ROOT / "tests" / path).read_text(encoding="utf-8"))
    functions = (ast.FunctionDef, ast.AsyncFunctionDef)
    return frozenset(node.name for node in ast.walk(tree) if isinstance(node, functions))
