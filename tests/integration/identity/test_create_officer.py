import os
import subprocess
import sys

import pyotp
import pytest

from rent.domain.officer import Role
from rent.store import officers
from tests.builders import save_landlord, save_patch
from tests.integration.identity.people import PASSWORD


def create(url, password, *arguments):
    words = [
        sys.executable,
        "-m",
        "rent.cli",
        "create-officer",
        "bev@landlord.example",
        "--name",
        "Bev Price",
        "--role",
        "SENIOR",
        *arguments,
    ]
    return subprocess.run(
        words, input=f"{password}\n", env={**os.environ, "DATABASE_URL": url}, capture_output=True, text=True, check=False
    )


@pytest.fixture
def landlord(engine):
    with engine.connect().execution_options(writes=True) as session, session.begin():
        save_landlord(session)
        return save_patch(session)


def test_an_officer_is_taken_on_at_the_servers_own_keyboard(database_url, engine, landlord):
    with engine.connect() as session:
        code = session.exec_driver_sql("SELECT code FROM patches").scalar_one()

    said = create(database_url, PASSWORD, "--patch", code)

    with engine.connect() as session:
        officer = officers.get(session, officers.id_of(session, "bev@landlord.example"))
        kept = officers.credentials_of(session, "bev@landlord.example")
    assert said.returncode == 0, said.stderr
    assert (officer.role, officer.patches) == (Role.SENIOR, frozenset({landlord}))
    assert pyotp.parse_uri(said.stdout.splitlines()[-1]).secret == kept.totp_secret
    assert PASSWORD not in said.stdout + kept.password_hash


def test_a_weak_password_is_refused_with_what_to_put_right(database_url, engine, landlord):
    said = create(database_url, "short")

    assert said.returncode == 1
    assert "choose another password: too short" in said.stderr


def test_a_database_nobody_has_migrated_is_said_to_be_so(tmp_path):
    said = create(f"sqlite:///{tmp_path / 'new.db'}", PASSWORD)

    assert said.returncode == 1
    assert said.stderr == "The database does not have the shape this code expects. Say this first: evenkeel migrate\n"
