"""What kubectl makes of the kustomization: valid by Kubernetes' own schemas, alone, and locked up."""

import shutil
from pathlib import Path
from typing import Any

import pytest
import yaml

from bot import config
from tests.deploy.tools import DEPLOY, said, tool


@pytest.fixture(scope="module")
def rendered(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The example, with the two secrets that an operator puts there."""
    kubectl = shutil.which("kubectl")
    if not kubectl:
        pytest.skip("there is no kubectl on this machine, and no package of Debian's that has it")
    folder = tmp_path_factory.mktemp("kubernetes")
    shutil.copytree(DEPLOY / "kustomize", folder, dirs_exist_ok=True)
    secrets = folder / "example" / "secrets"
    secrets.mkdir()
    for name in ("telegram__token", "gateway__api_key"):
        (secrets / name).write_text("123456:TEST-token_abc\n")
    (folder / "all.yaml").write_text(said(kubectl, "kustomize", folder / "example"))
    return folder / "all.yaml"


@pytest.fixture
def objects(rendered: Path) -> dict[str, dict[str, Any]]:
    return {each["kind"]: each for each in yaml.safe_load_all(rendered.read_text(encoding="utf-8"))}


def test_kubernetes_knows_every_field(rendered: Path) -> None:
    tool("kubernetes-validate", "--strict", "--quiet", rendered)


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
    assert container["securityContext"] == {
        "allowPrivilegeEscalation": False,
        "readOnlyRootFilesystem": True,
        "capabilities": {"drop": ["ALL"]},
    }
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
