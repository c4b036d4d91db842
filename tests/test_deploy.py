"""The files by which the bot and OpenSearch are put into service: whole, and with least rights."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml

from bot.settings.fields import Settings

ROOT = Path(__file__).resolve().parents[1]
COMPOSE = ("compose.yaml", "deploy/opensearch/trial.yml", "deploy/opensearch/three.yml")
UNIT = ROOT / "deploy" / "quoth.service"
# What the Compose specification allows and these files may use; a misspelt key is none of them.
OF_A_FILE = {"services", "volumes", "secrets"}
OF_A_SERVICE = {
    *("build", "image", "restart", "stop_grace_period", "read_only", "tmpfs", "cap_drop", "security_opt"),
    *("mem_limit", "pids_limit", "environment", "secrets", "volumes", "profiles", "depends_on", "ports"),
    *("command", "ulimits"),
}


def read(name: str) -> dict[str, Any]:
    """Return a YAML file of the project."""
    content: dict[str, Any] = yaml.safe_load((ROOT / name).read_text("utf-8"))
    return content


@pytest.mark.parametrize("name", COMPOSE)
def test_compose_files_use_known_keys_and_name_what_they_declare(name: str) -> None:
    """Every key is one of Compose's, and volumes, secrets and services that are named are there."""
    content = read(name)
    assert {key for key in content if not key.startswith("x-")} <= OF_A_FILE
    for service in content["services"].values():
        assert service.keys() <= OF_A_SERVICE
        assert "image" in service
        assert set(service.get("secrets", ())) <= set(content.get("secrets", ()))
        assert set(service.get("depends_on", ())) <= set(content["services"])
        mounted = {volume.split(":")[0] for volume in service.get("volumes", ())}
        assert {each for each in mounted if not each.startswith(".")} <= set(content["volumes"])


@pytest.mark.parametrize("name", COMPOSE)
def test_compose_files_open_no_port_and_no_door_unasked(name: str) -> None:
    """Only the proxy of the webhook is reached from outside; no password stands in a file."""
    for what, service in read(name)["services"].items():
        ports = [] if what == "proxy" else service.get("ports", [])
        assert all(port.startswith("127.0.0.1:") for port in ports)
        assert not [key for key in service.get("environment", ()) if "PASSWORD" in key.upper()]


@pytest.mark.parametrize("name", ["compose.yaml", "deploy/quoth.service"])
def test_settings_that_are_deployed_exist(name: str) -> None:
    """Every QUOTH_ name in these files is a setting, or one that the file itself defines."""
    written = set(re.findall(r"\bQUOTH_[A-Z_]+", (ROOT / name).read_text("utf-8")))
    known = {f"QUOTH_{field.upper()}" for field in Settings.model_fields}
    assert written <= known | {"QUOTH_HOST"}  # whose name the proxy has a certificate for


def test_three_nodes_know_each_other() -> None:
    """Each node of the cluster is named, is looked for by the others and keeps data of its own."""
    content = read("deploy/opensearch/three.yml")
    names = ",".join(content["services"])
    kept = set()
    for name, service in content["services"].items():
        environment = service["environment"]
        assert environment["node.name"] == name
        assert environment["discovery.seed_hosts"] == names
        assert environment["cluster.initial_cluster_manager_nodes"] == names
        kept.add(service["volumes"][0].split(":")[0])
    assert kept == set(content["volumes"])


def test_a_bot_may_only_read() -> None:
    """The role of a bot's user allows to read published libraries, no more; each role has its user."""
    roles, mapped = read("deploy/opensearch/roles.yml"), read("deploy/opensearch/roles_mapping.yml")
    assert roles["quoth_reader"]["index_permissions"] == [
        {"index_patterns": ["quoth-*"], "allowed_actions": ["read"]}
    ]
    assert roles["quoth_reader"]["cluster_permissions"] == ["cluster_composite_ops_ro"]
    users = read("deploy/opensearch/users.example.yml")
    assert {role for role in roles if role != "_meta"} == {role for role in mapped if role != "_meta"}
    for role in mapped.keys() - {"_meta"}:
        assert set(mapped[role]["users"]) <= users.keys()
    assert all(users[name]["hash"] == "" for name in users.keys() - {"_meta"})


def test_the_unit_is_one_that_systemd_takes(tmp_path: Path) -> None:
    """Systemd finds nothing wrong with the unit, but for the program that is not installed here."""
    program = shutil.which("systemd-analyze")
    if program is None:
        pytest.skip("systemd-analyze is not here")
    unit = tmp_path / UNIT.name
    text = UNIT.read_text("utf-8")
    assert "ExecStart=/opt/quoth/bin/quoth telegram" in text
    unit.write_text(text.replace("/opt/quoth/bin/quoth", sys.executable), "utf-8")
    done = subprocess.run([program, "verify", str(unit)], capture_output=True, text=True, check=False)
    said = (done.stdout + done.stderr).splitlines()
    assert [line for line in said if UNIT.name in line] == []
