"""What the list that renews itself asks of the database: no more for many cases than for a few."""

import json
import os
import subprocess
import sys

from pipeline.kernel import clock
from pipeline.office.cases import assign
from pipeline.office.engine.perform import perform
from pipeline.records import boot
from tests.office.bureau import CHAIR, CHECKOUT, CLERK, OFFICER, WIFE, Bureau

_ASKED = """
import json, os, sys
from pathlib import Path
from pipeline.settings import load
from pipeline.web import django_settings
settings = load(Path(os.environ["RANGKAP_HOME"]))
django_settings.add(settings)
from django.db import connection
from django.test.utils import CaptureQueriesContext
from bench.synthetic import rows_of
from pipeline.kernel.people import Actor
from pipeline.office.base.accounts import in_office
from pipeline.office.base.session import open_session
from pipeline.records import boot
from pipeline.web.pages import inbox
boot.open_records(settings)

def asked(account):
    (roles,) = (one.roles for one in in_office(settings).accounts if one.name == account)
    session = open_session(settings, Actor(account, roles, account))
    with CaptureQueriesContext(connection) as told:
        cases = inbox._shown(session, "id", "cases", again=True)["cases"]
    asked = sum('FROM "records_caserow"' in one["sql"] for one in told)
    return asked, len(cases), [one["case"] for one in cases if one.get("is_own")]

case, *accounts = sys.argv[1:]
before = [asked(one) for one in accounts]
rows_of(case, 20, 60)
print(json.dumps([before, [asked(one) for one in accounts]]))
"""


def test_many_cases_ask_as_little_as_a_few(web_office: Bureau) -> None:
    case = web_office.register(WIFE).number
    perform(assign.assign_officer, web_office.session(CHAIR), case, {"officer": OFFICER})
    boot.close()
    process = subprocess.run(
        [sys.executable, "-P", "-c", _ASKED, case, CLERK, OFFICER],
        env=os.environ | {
            "RANGKAP_HOME": str(web_office.home), "PYTHONPATH": str(CHECKOUT), "RANGKAP_CLOCK": clock.now().isoformat(),
        },
        cwd=CHECKOUT, stdout=subprocess.PIPE, check=True,
    )  # fmt: skip
    before, after = json.loads(process.stdout)
    assert [asked for asked, _, _ in after] == [asked for asked, _, _ in before]
    assert after[0][1] - before[0][1] == 41
    assert case in before[1][2], "an officer's own are known as such"
    assert len(after[1][2]) - len(before[1][2]) == 41
