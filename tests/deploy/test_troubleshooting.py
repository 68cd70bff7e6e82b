"""Every sentence with which the bot does not start, or a check finds a fault, is in the guide."""

import ast
import re
from collections.abc import Iterator
from itertools import chain

from tests.deploy.tools import DEPLOY, ROOT

TOLD_BY = {"StartupFault", "Flaw", "Finding"}
GOOD_NEWS = (
    "the token is that of",
    "the … takes pictures",
    "the bucket … takes pictures",
    "there is no database yet",
    "… models",
    "… on offer",
)
MADE_OF_OTHERS = {"bot/config/__init__.py", "bot/parts.py", "bot/several.py", "bot/upkeep.py"}
"""Where sentences are handed on that were made elsewhere."""


def words(node: ast.expr | None, constants: dict[str, str]) -> str | None:
    """A sentence with "…" for what stands in for others; None where it is made elsewhere."""
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        return node.value
    if isinstance(node, ast.JoinedStr):
        return "".join(str(part.value) if isinstance(part, ast.Constant) else "…" for part in node.values)
    return constants.get(node.id) if isinstance(node, ast.Name) else None


def stem(sentence: str) -> str:
    """Without what changes at its end."""
    return re.sub(r"[….:;\s]+$", "", sentence)


def constants_of(tree: ast.Module) -> Iterator[tuple[str, str]]:
    for each in tree.body:
        if isinstance(each, ast.Assign) and (told := words(each.value, {})):
            yield from ((target.id, told) for target in each.targets if isinstance(target, ast.Name))


def sentences(tree: ast.Module, constants: dict[str, str]) -> Iterator[tuple[int, str | None]]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in TOLD_BY:
            named = [each.value for each in node.keywords if each.arg == "sentence"]
            yield node.lineno, words((*named, *node.args)[0], constants)
        if isinstance(node, ast.FunctionDef) and node.name == "_why":
            for each in ast.walk(node):
                if isinstance(each, ast.Return):
                    yield each.lineno, (words(each.value, {}) or "").partition(";")[0]


def test_every_sentence_of_a_fault_is_in_the_guide() -> None:
    guide = " ".join((DEPLOY / "README.md").read_text(encoding="utf-8").split())
    missing, seen = [], 0
    modules = {
        path.relative_to(ROOT).as_posix(): ast.parse(path.read_text(encoding="utf-8"))
        for path in sorted((ROOT / "bot").rglob("*.py"))
        if "sandbox" not in path.parts
    }
    constants = dict(chain.from_iterable(map(constants_of, modules.values())))
    for name, tree in modules.items():
        for line, sentence in sentences(tree, constants):
            seen += 1
            if sentence is None:
                assert name in MADE_OF_OTHERS, f"{name}:{line}: give the sentence in place"
            elif not sentence.startswith(GOOD_NEWS) and stem(sentence) not in guide:
                missing.append(f"{name}:{line}: {stem(sentence)}")
    assert missing == [], "write cause and cure into deploy/README.md"
    assert seen > 40
