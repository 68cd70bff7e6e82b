"""Dashboard and alerts ask Prometheus for what the bot tells, and every alert is explained in the guide."""

import json
import re
from collections.abc import Iterator
from typing import Any

import promql_parser
import pytest
import yaml

from tests.deploy.tools import DEPLOY

HISTOGRAM = ("_bucket", "_sum", "_count")
METRICS: dict[str, set[str]] = {
    "darkroom_build_info": {"version"},
    "darkroom_database_write_age_seconds": set(),
    "darkroom_disk_free_bytes": set(),
    "darkroom_edits": {"state"},
    "darkroom_edits_total": {"state", "model", "gateway", "kind"},
    **{f"darkroom_edit_delivery_seconds{end}": {"le"} for end in HISTOGRAM},
    **{f"darkroom_edit_gateway_seconds{end}": {"le", "model", "gateway"} for end in HISTOGRAM},
    **{f"darkroom_edit_waiting_seconds{end}": {"le"} for end in HISTOGRAM},
    "darkroom_gateway_faults_total": {"gateway", "kind"},
    "darkroom_gateway_keys_aside": {"gateway"},
    "darkroom_gateway_resting": {"gateway"},
    "darkroom_held_credits": set(),
    "darkroom_inbox_age_seconds": set(),
    "darkroom_inbox_waiting": set(),
    "darkroom_poll_age_seconds": set(),
    "darkroom_telegram_floods_total": set(),
    "darkroom_telegram_requests_total": {"method", "outcome"},
    "process_cpu_seconds_total": set(),
    "process_resident_memory_bytes": set(),
    "process_start_time_seconds": set(),
    "up": set(),
}
OF_PROMETHEUS = {"job", "instance"}

RULES: list[dict[str, Any]] = yaml.safe_load((DEPLOY / "prometheus" / "alerts.yml").read_text())["groups"][0][
    "rules"
]
DASHBOARD: dict[str, Any] = json.loads((DEPLOY / "grafana" / "darkroom.json").read_text())


def asked(expression: str) -> set[str]:
    """The labels that come out of an expression, after every name in it was found among the metrics."""
    labels: set[str] = set()
    grouped: set[str] = set()

    def look(node: promql_parser.Expr) -> None:
        if isinstance(node, promql_parser.VectorSelector):
            assert node.name in METRICS, f"{node.name} is not told by the bot"
            known = METRICS[node.name] | OF_PROMETHEUS
            labels.update(known)
            assert {each.name for each in node.matchers.matchers} <= known, expression
        if isinstance(node, promql_parser.AggregateExpr) and node.modifier:
            grouped.update(node.modifier.labels)

    promql_parser.walk(promql_parser.parse(expression.replace("$__rate_interval", "5m")), look)
    assert grouped <= labels, expression
    return grouped or labels


def targets() -> Iterator[tuple[str, str]]:
    for panel in DASHBOARD["panels"]:
        for target in panel["targets"]:
            yield target["expr"], target["legendFormat"]


def test_every_panel_of_the_dashboard_has_something_to_show_and_names_it() -> None:
    for expression, legend in targets():
        assert set(re.findall(r"\{\{(\w+)\}\}", legend)) <= asked(expression), legend
    ids = [panel["id"] for panel in DASHBOARD["panels"]]
    assert len(set(ids)) == len(ids) > 10


def test_the_panels_lie_side_by_side() -> None:
    squares = [
        (x, y)
        for panel in DASHBOARD["panels"]
        for x in range(panel["gridPos"]["x"], panel["gridPos"]["x"] + panel["gridPos"]["w"])
        for y in range(panel["gridPos"]["y"], panel["gridPos"]["y"] + panel["gridPos"]["h"])
    ]
    assert len(set(squares)) == len(squares)
    assert max(x for x, _ in squares) < 24


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule["alert"])
def test_every_alert_can_fire_says_what_is_wrong_and_is_in_the_guide(rule: dict[str, Any]) -> None:
    assert rule.keys() <= {"alert", "expr", "for", "labels", "annotations"}
    told = asked(rule["expr"])
    assert rule["labels"]["severity"] in {"page", "look"}
    summary = rule["annotations"]["summary"]
    assert set(re.findall(r"\$labels\.(\w+)", summary)) <= told
    assert f"`{rule['alert']}`" in (DEPLOY / "README.md").read_text(encoding="utf-8")
