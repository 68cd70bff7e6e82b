"""The names and types that dashboards and alert rules rest on, and few enough of them."""

from prometheus_client.parser import text_string_to_metric_families
from starlette.requests import Request

from bot.domain.edit import State
from bot.domain.errors import FaultKind
from bot.domain.meter import Heard
from bot.domain.ports import GatewayHealth
from bot.storage.vitals import Vitals
from bot.web.gauges import Levels
from bot.web.metrics import Metrics

PROMISED = {
    "darkroom_build_info": ("gauge", {"version"}),
    "darkroom_edits_total": ("counter", {"state", "model", "gateway", "kind"}),
    "darkroom_edits": ("gauge", {"state"}),
    "darkroom_edit_waiting_seconds": ("histogram", set()),
    "darkroom_edit_gateway_seconds": ("histogram", {"model", "gateway"}),
    "darkroom_edit_delivery_seconds": ("histogram", set()),
    "darkroom_telegram_requests_total": ("counter", {"method", "outcome"}),
    "darkroom_telegram_floods_total": ("counter", set()),
    "darkroom_held_credits": ("gauge", set()),
    "darkroom_inbox_waiting": ("gauge", set()),
    "darkroom_inbox_age_seconds": ("gauge", set()),
    "darkroom_poll_age_seconds": ("gauge", set()),
    "darkroom_database_write_age_seconds": ("gauge", set()),
    "darkroom_disk_free_bytes": ("gauge", set()),
    "darkroom_gateway_resting": ("gauge", {"gateway"}),
    "darkroom_gateway_keys_aside": ("gauge", {"gateway"}),
    "darkroom_gateway_faults_total": ("counter", {"gateway", "kind"}),
}
NOW = Levels(
    Vitals(dict.fromkeys(State, 0) | {State.WAITING: 3}, held=12, letters=2, oldest=1),
    inbox_age=4.5,
    poll_age=30.0,
    write_age=2.0,
    free_bytes=10**12,
    gateways=(GatewayHealth("one", keys=2, keys_aside=1), GatewayHealth("two", rests=(("banana", 9.0),))),
)


async def told(metrics: Metrics, levels: Levels) -> str:
    async def look() -> Levels:
        return levels

    response = await metrics.route(look).endpoint(Request({"type": "http"}))
    return bytes(response.body).decode()


async def test_what_is_promised_is_there_and_names_out_of_the_settings_alone() -> None:
    metrics = Metrics(models=["banana"], gateways=["one", "two"])
    for model, gateway in (("banana", "one"), ("gone", ""), ("user-7654321", "evil")):
        metrics.ended(State.DONE, model, gateway, "")
        metrics.answered(model, gateway, 599.0)
    metrics.gateway_failed("evil", FaultKind.QUOTA)
    for heard in Heard:
        metrics.telegram_called("sendPhoto", heard)
    metrics.waited(0.2)
    text = await told(metrics, NOW)

    families = list(text_string_to_metric_families(text))
    typed = dict(line.split()[2:4] for line in text.splitlines() if line.startswith("# TYPE darkroom"))
    assert typed == {name: kind for name, (kind, _) in PROMISED.items()}
    samples = [sample for family in families for sample in family.samples]
    for name, (_, labels) in PROMISED.items():
        found = [set(each.labels) - {"le"} for each in samples if each.name.startswith(name)]
        assert labels in found, name
    assert {each.labels["model"] for each in samples if "model" in each.labels} == {"banana", "other"}
    gateways = {each.labels["gateway"] for each in samples if "gateway" in each.labels}
    assert gateways == {"one", "two", "other", ""}
    assert "_created" not in text

    value = {(each.name, *each.labels.values()): each.value for each in samples}
    assert value["darkroom_gateway_resting", "one"] == 0
    assert value["darkroom_gateway_resting", "two"] == 1
    assert value["darkroom_gateway_keys_aside", "one"] == 1
    assert value["darkroom_disk_free_bytes",] == 10**12
    assert value["darkroom_telegram_floods_total",] == 1
    assert value["darkroom_edits", "waiting"] == 3
    assert value["darkroom_edit_gateway_seconds_bucket", "one", "600.0", "banana"] == 1


async def test_a_gateway_that_is_configured_stands_at_zero_before_its_first_fault() -> None:
    text = await told(Metrics(models=[], gateways=["one"]), NOW)
    assert all(f'faults_total{{gateway="one",kind="{kind}"}} 0.0' in text for kind in FaultKind)
