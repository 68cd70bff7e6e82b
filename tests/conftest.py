"""What holds for all tests."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests import stores
from tests.stores import POSTGRES, SQLITE, Cluster, Desk, Store

CHROMIUM = Path("/usr/bin/chromium")
HERE = Path(__file__).parent
ON_BOTH = ("storage", "services")
"""The rooms whose tests run on both databases; others on SQLite, but for those named here."""
WHOLE_ON_BOTH = {
    "test_a_balance_that_was_meddled_with_is_a_line_with_what_it_should_be",
    "test_a_day_at_the_bot_as_its_receipts_tell_it",
    "test_a_model_that_an_admin_switches_off_is_on_no_menu_until_it_is_on_again",
    "test_a_payment_that_got_lost_and_a_refund_by_telegram_are_found_at_the_next_start",
    "test_a_photo_is_edited_on_the_chosen_models_and_comes_as_one_album",
    "test_a_picture_and_its_question_outlive_a_restart",
    "test_a_restart_in_the_middle_of_an_album_finishes_it_as_one_edit",
    "test_after_a_restart_results_are_gone_on_from_in_full_and_undone_one_by_one",
    "test_again_and_other_model_work_on_a_result",
    "test_an_edit_killed_in_the_middle_of_a_call_is_delivered_after_the_next_start",
    "test_cancel_closes_the_request_and_costs_nothing",
    "test_members_share_their_balance_and_it_moves_along_into_the_supergroup",
    "test_presets_are_saved_used_renamed_and_deleted",
    "test_thirty_people_get_it_once_over_a_restart_and_who_blocked_the_bot_is_told_of",
    "test_what_is_checked_granted_and_counted_from_the_shell_is_the_same_on_both_databases",
    "test_who_opens_an_invitation_is_let_in_and_all_others_learn_how_once_an_hour",
}
"""Of the whole bot: each flow once, and of the shell what needs no file. `make test-postgres`: all there."""


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--database",
        choices=(SQLITE, POSTGRES, "both"),
        default="both",
        help="Where to run what can run on either database; 'both': where that tells something new.",
    )


def pytest_configure() -> None:
    if os.environ.get("CI") == "true" and not stores.server():
        raise pytest.UsageError(f"{stores.header()}; .ci/run starts one")


def pytest_report_header(config: pytest.Config) -> str:
    return stores.header()


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Once more where it is read: the header is far above."""
    if not stores.server():
        terminalreporter.write_line(stores.header(), yellow=True, bold=True)


@pytest.fixture(scope="session", autouse=True)
def _nobody_inherits_where_tests_run() -> None:
    """To a bot, every variable that begins as ours do is a setting."""
    stores.server()
    os.environ.pop(stores.NAMED, None)


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    if "store" in metafunc.fixturenames:
        kinds = _kinds(metafunc)
        if kinds != [SQLITE]:
            metafunc.parametrize("store", kinds, indirect=True)


def _kinds(metafunc: pytest.Metafunc) -> list[str]:
    definition = metafunc.definition
    chosen = metafunc.config.getoption("--database")
    if "shared" in metafunc.fixturenames:  # by several processes
        return [POSTGRES] if stores.server() and chosen != SQLITE else [SQLITE]
    if definition.get_closest_marker("sqlite") or not stores.server():
        return [SQLITE]
    if chosen != "both":
        return [chosen]
    room = definition.path.relative_to(HERE).parts[0]
    return [SQLITE, POSTGRES] if room in ON_BOTH or definition.originalname in WHOLE_ON_BOTH else [SQLITE]


@pytest.fixture(scope="session")
def cluster() -> Iterator[Cluster]:
    url = stores.server()
    assert url, stores.header()
    made = Cluster(url)
    yield made
    made.close()


@pytest.fixture(scope="session")
def desk(cluster: Cluster) -> Iterator[Desk]:
    with cluster.database() as url:
        made = Desk(url)
        yield made
        made.close()


@pytest.fixture
def store(request: pytest.FixtureRequest, tmp_path: Path) -> Store:
    """The database that the test runs on; what lives in `tmp_path` works with it."""
    kind = getattr(request, "param", SQLITE)
    if kind == SQLITE:
        return Store(kind, tmp_path, None, None)
    return Store(kind, tmp_path, request.getfixturevalue("cluster"), request.getfixturevalue("desk"))


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    _leave_out_what_needs_a_quiet_machine(config, items)
    _skip_without_a_browser(items)


def _leave_out_what_needs_a_quiet_machine(config: pytest.Config, items: list[pytest.Item]) -> None:
    """What judges by the clock says nothing on a machine that is busy with other tests: `make load`."""
    if config.option.markexpr == "load":
        return
    measuring = [item for item in items if item.get_closest_marker("load")]
    items[:] = [item for item in items if item not in measuring]
    if measuring:
        config.hook.pytest_deselected(items=measuring)


def _skip_without_a_browser(items: list[pytest.Item]) -> None:
    """Without a browser the page's tests are skipped, in CI they fail: there it must not go unseen."""
    if CHROMIUM.exists() or os.environ.get("CI") == "true":
        return
    skip = pytest.mark.skip(reason=f"there is no {CHROMIUM}; on Debian: apt-get install chromium")
    for item in items:
        if item.get_closest_marker("browser"):
            item.add_marker(skip)
