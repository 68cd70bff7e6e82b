"""What kubectl makes of the kustomizations: valid by Kubernetes' own schemas, and locked up; one or many."""

import shutil
from pathlib import Path
from typing import Any

import pytest
import yaml

from bot import config
from tests.deploy.tools import DEPLOY, said, tool

Objects = dict[tuple[str, str], dict[str, Any]]
SECRETS = {
    "example": ("telegram__token", "gateway__api_key"),
    "scaled": ("telegram__token", "gateway__api_key", "database_url", "postgres_password"),
}
ROLES = {"intake": 2, "worker": 3, "web": 1}
LOCKED = {
    "allowPrivilegeEscalation": False,
    "readOnlyRootFilesystem": True,
    "capabilities": {"drop": ["ALL"]},
}


@pytest.fixture(scope="module")
def rendered(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Both, with the secrets that an operator puts there: a file each, of the folder's name."""
    kubectl = shutil.which("kubectl")
    if not kubectl:
        pytest.skip("there is no kubectl on this machine, and no package of Debian's that has it")
    folder = tmp_path_factory.mktemp("kubernetes")
    shutil.copytree(DEPLOY / "kustomize", folder, dirs_exist_ok=True)
    for name, files in SECRETS.items():
        secrets = folder / name / "secrets"
        secrets.mkdir()
        for file in files:
            (secrets / file).write_text("123456:TEST-token_abc\n")
        (folder / f"{name}.yaml").write_text(said(kubectl, "kustomize", folder / name))
    return folder


def read(file: Path) -> list[dict[str, Any]]:
    return list(yaml.safe_load_all(file.read_text(encoding="utf-8")))


@pytest.fixture
def objects(rendered: Path) -> dict[str, dict[str, Any]]:
    return {each["kind"]: each for each in read(rendered / "example.yaml")}


@pytest.fixture
def many(rendered: Path) -> Objects:
    return {(each["kind"], each["metadata"]["name"]): each for each in read(rendered / "scaled.yaml")}


@pytest.mark.parametrize("folder", SECRETS)
def test_kubernetes_knows_every_field(rendered: Path, folder: str) -> None:
    tool("kubernetes-validate", "--strict", "--quiet", rendered / f"{folder}.yaml")


def test_there_is_one_bot_at_a_time_on_its_own_volume(objects: dict[str, dict[str, Any]]) -> None:
    spec = objects["Deployment"]["spec"]
    assert (spec["replicas"], spec["strategy"]) == (1, {"type": "Recreate"})
    claim = spec["template"]["spec"]["volumes"][0]["persistentVolumeClaim"]["claimName"]
    assert claim == objects["PersistentVolumeClaim"]["metadata"]["name"]
    assert objects["PersistentVolumeClaim"]["spec"]["accessModes"] == ["ReadWriteOnce"]
    grace = config.Settings.model_fields["stop_grace"].default
    assert spec["template"]["spec"]["terminationGracePeriodSeconds"] >= grace + 10


def test_the_pod_keeps_to_the_restricted_standard(objects: dict[str, dict[str, Any]]) -> None:
    pod = objects["Deployment"]["spec"]["template"]["spec"]
    (container,) = pod["containers"]
    assert objects["Namespace"]["metadata"]["labels"] == {"pod-security.kubernetes.io/enforce": "restricted"}
    assert pod["securityContext"]["runAsNonRoot"] is True
    assert pod["securityContext"]["seccompProfile"] == {"type": "RuntimeDefault"}
    assert pod["automountServiceAccountToken"] is False
    assert container["securityContext"] == LOCKED
    assert {mount["mountPath"] for mount in container["volumeMounts"]} == {
        "/data",
        "/tmp",
        "/run/secrets/darkroom",
    }
    assert container["resources"]["limits"]["memory"]
    probes = {name: container[f"{name}Probe"]["httpGet"]["path"] for name in ("startup", "liveness")}
    assert probes == {"startup": "/healthz", "liveness": "/healthz"}
    assert container["readinessProbe"]["httpGet"]["path"] == "/readyz"


def test_settings_and_secrets_reach_the_bot(objects: dict[str, dict[str, Any]], tmp_path: Path) -> None:
    pod = objects["Deployment"]["spec"]["template"]["spec"]
    (container,) = pod["containers"]
    assert container["envFrom"] == [{"configMapRef": {"name": objects["ConfigMap"]["metadata"]["name"]}}]
    assert pod["volumes"][1]["secret"]["secretName"] == objects["Secret"]["metadata"]["name"]
    for name in objects["Secret"]["data"]:
        (tmp_path / name).write_text("123456:TEST-token_abc\n")
    environ = objects["ConfigMap"]["data"] | {each["name"]: each["value"] for each in container["env"]}
    assert environ["DARKROOM_SECRETS_DIR"] == container["volumeMounts"][1]["mountPath"]
    settings = config.load(config_file=None, environ=environ | {"DARKROOM_SECRETS_DIR": str(tmp_path)})
    assert settings.gateway
    assert settings.gateway.api_key.get_secret_value()


@pytest.mark.parametrize("role", ROLES)
def test_each_role_is_the_pod_of_the_one_bot_with_its_data_elsewhere(
    many: Objects, objects: dict[str, dict[str, Any]], role: str
) -> None:
    spec = many["Deployment", f"darkroom-{role}"]["spec"]
    pod, alone = spec["template"]["spec"], objects["Deployment"]["spec"]["template"]["spec"]
    (container,), (single,) = pod["containers"], alone["containers"]
    assert spec["replicas"] == ROLES[role]
    assert spec["strategy"]["rollingUpdate"] == {"maxSurge": 1, "maxUnavailable": 0}
    assert container["args"] == ["run", "--role", role]
    for same in ("securityContext", "startupProbe", "livenessProbe", "readinessProbe", "resources", "ports"):
        assert container[same] == single[same]
    for same in ("securityContext", "terminationGracePeriodSeconds", "automountServiceAccountToken"):
        assert pod[same] == alone[same]
    volumes = {each["name"]: each for each in pod["volumes"]}
    assert set(volumes["data"]) == {"name", "emptyDir"}
    claim = volumes["spool"]["persistentVolumeClaim"]["claimName"]
    assert many["PersistentVolumeClaim", claim]["spec"]["accessModes"] == ["ReadWriteMany"]
    assert {each["name"] for each in container["volumeMounts"]} == set(volumes)


def test_each_role_has_its_service_its_budget_and_pods_of_its_own(many: Objects) -> None:
    for role in ROLES:
        name, own = f"darkroom-{role}", {"app.kubernetes.io/component": role}
        labels = many["Deployment", name]["spec"]["template"]["metadata"]["labels"]
        budget = many["PodDisruptionBudget", name]["spec"]
        assert own.items() <= labels.items()
        assert many["Service", name]["spec"]["selector"] == labels
        assert budget == {"maxUnavailable": 1, "selector": {"matchLabels": labels}}


def test_settings_and_secrets_reach_every_role(many: Objects, tmp_path: Path) -> None:
    (configmap,) = [each for (kind, _), each in many.items() if kind == "ConfigMap"]
    for name in SECRETS["scaled"][:3]:
        (tmp_path / name).write_text("123456:TEST-token_abc\n")
    (tmp_path / "database_url").write_text("postgresql://darkroom:x@postgres/darkroom\n")
    environ = configmap["data"] | {"DARKROOM_SECRETS_DIR": str(tmp_path)}
    settings = config.load(config_file=None, environ=environ)
    assert settings.database.startswith("postgresql://")
    for role in ROLES:
        pod = many["Deployment", f"darkroom-{role}"]["spec"]["template"]["spec"]
        (container,), (secret,) = pod["containers"], [each for each in pod["volumes"] if "secret" in each]
        assert container["envFrom"] == [{"configMapRef": {"name": configmap["metadata"]["name"]}}]
        assert set(many["Secret", secret["secret"]["secretName"]]["data"]) == set(SECRETS["scaled"][:3])
        mounts = {each["name"]: each["mountPath"] for each in container["volumeMounts"]}
        assert str(settings.spool_folder) == mounts["spool"]


def test_postgresql_is_locked_up_keeps_its_data_and_hears_darkroom_alone(many: Objects) -> None:
    spec = many["StatefulSet", "postgres"]["spec"]
    pod = spec["template"]["spec"]
    (container,) = pod["containers"]
    assert container["securityContext"] == LOCKED
    assert pod["securityContext"]["runAsNonRoot"] is True
    assert pod["securityContext"]["seccompProfile"] == {"type": "RuntimeDefault"}
    (claim,) = spec["volumeClaimTemplates"]
    mounts = {each["name"]: each["mountPath"] for each in container["volumeMounts"]}
    environ = {each["name"]: each["value"] for each in container["env"]}
    assert environ["PGDATA"].startswith(f"{mounts[claim['metadata']['name']]}/")
    assert environ["POSTGRES_PASSWORD_FILE"] == f"{mounts['secrets']}/postgres_password"
    policy = many["NetworkPolicy", "postgres"]["spec"]
    (rule,) = policy["ingress"]
    assert rule["from"] == [
        {"podSelector": {"matchLabels": {"app.kubernetes.io/name": "darkroom"}}},
    ]
    for role in ROLES:
        selected = many["NetworkPolicy", f"darkroom-{role}"]["spec"]["podSelector"]["matchLabels"]
        assert selected["app.kubernetes.io/component"] == role, "the rules of the bot are not PostgreSQL's"
