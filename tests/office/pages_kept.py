"""What the web door keeps of accounts, looked at by a process that has its applications: ``python -m tests.office.pages_kept HOME DO``.

``fill`` makes the door's tables with a telephone, codes on paper and a session; ``told`` prints what stands there.
"""

import json
import sys
from pathlib import Path
from typing import Any

from pipeline.settings import load
from pipeline.web import django_settings


def main(home: str, do: str) -> None:
    """Fill or tell."""
    settings = load(Path(home))
    django_settings.add(settings)
    from pipeline.records import boot
    from pipeline.web import tables

    boot.open_records(settings)
    behind = tables._is_behind()
    tables.prepare(settings)
    from axes.models import AccessAttempt
    from django.contrib.sessions.backends.db import SessionStore
    from django.contrib.sessions.models import Session

    from pipeline.office.base.session import open_session, who
    from pipeline.web.models import Paper, Telephone
    from tests.office import staff
    from tests.office.bureau import ADMIN, USER

    if do == "fill":
        staff.add(
            open_session(settings, who(settings, USER, ADMIN)),
            "baru",
            {next(iter(who(settings, USER, ADMIN).roles))},
            "uji",
        )
        Telephone.begun("baru", "P2TP2A")
        Paper.written("baru", ["1111-2222", "3333-4444"])
        AccessAttempt.objects.create(
            username="baru", ip_address="192.168.1.7", user_agent="", failures_since_start=3
        )
        SessionStore().create()
    state: dict[str, Any] = {
        "behind": behind,
        "telephones": [[device.pk, device.typed_key, device.last_t] for device in Telephone.objects.all()],
        "codes": [[paper.pk, paper.papercode_set.count()] for paper in Paper.objects.all()],
        "wrong": list(
            AccessAttempt.objects.values_list("pk", "username", "ip_address", "failures_since_start")
        ),
        "sessions": Session.objects.count(),
    }
    print(json.dumps(state))


if __name__ == "__main__":
    main(*sys.argv[1:])
