"""What keeps the office of the fixture home: lists, accounts, pages, books, backups, moves, the end of month and year."""

from __future__ import annotations

import io
import os
from dataclasses import replace
from datetime import date
from unittest.mock import patch

from pipeline.archive.relocation import mark as stores
from pipeline.kernel import clock
from pipeline.kernel.people import Role
from pipeline.office.base import (
    certificate,
    change_rows,
    holidays,
    home_lock,
    passphrase,
    users,
)
from pipeline.office.base.desk import confirm_clock, who
from pipeline.office.base.office_rows import SCHEDULES, SIGNATORIES
from pipeline.office.bookkeeping import recap
from pipeline.office.disposal import backup
from pipeline.office.keeping import (
    close_year,
    hand_over,
    key_keeping,
    migrate_database,
    rebuild,
    recovery_sheet,
    restore,
    restore_trial,
    upgrade,
)
from pipeline.office.letters import template_put
from pipeline.office.overview import audit, find, health, look_up
from pipeline.office.signing import page as page_of
from pipeline.records import accounts as kept_accounts
from pipeline.records import boot, queue
from pipeline.records.relocation import mark as bases
from tests.fixture_home.office import OPERATOR, Office
from tests.office import bureau as of
from tests.office import older, registers, stages
from tests.office.bureau import (
    ADMIN,
    ARCHIVIST,
    CHAIR,
    CLERK,
    OFFICER,
    OVERSEER,
    one_page,
)
from tests.office.electronic_copies import trusting
from tests.office.procedure_doors import SECOND_OFFICER
from tests.office.store_moves import StoreMover
from tests.office.test_office_rows import CHAIR_ROW, NEW_NAME, OWN_DEPUTY, SCHEDULE
from tests.web.door import WORD, give_words, served
from tests.web.telephone import set_up
from tests.web.visitor import Visitor, entered
from tools import postgresql, s3

SCHEDULE_LATER = {name: one for name, one in SCHEDULE.items() if name != "row_code"} | {
    "row_active": 3,
    "row_counts": "hari ini",
}
WRONG_ACCOUNT = "akun-salah-ketik-rumah-contoh"
WRONG_WORD = "kata-lama-salah-ketik-rumah-contoh"
NEW_WORD = "kata-baru-salah-ketik-rumah-contoh"
OWN_WORD = "perahu merah menyeberang sungai"


def settings_and_lists(o: Office) -> None:
    """Lists of the office with versions, holidays, templates, keys, the certificate of the pages, issuers of certificates."""
    chair, admin = o.desk(CHAIR), o.desk(ADMIN)
    row = CHAIR_ROW | {"row_person": NEW_NAME, "row_counts": "01-12-2026"}
    change_rows.change(chair, SIGNATORIES, "P-1", row, 1)
    change_rows.change(chair, SCHEDULES, "J-1", SCHEDULE_LATER, 1)
    change_rows.add(
        chair, SIGNATORIES, OWN_DEPUTY | {"row_account": SECOND_OFFICER, "row_person": "Tugiman Salawi"}
    )
    change_rows.retire(admin, SIGNATORIES, "P-3", {"row_last": "30-11-2026", "reason": "keliru"}, 1)
    change_rows.bring_back(admin, SIGNATORIES, "P-3", 1, {"reason": "ternyata benar"}, 2)
    holidays.add(admin, date(2026, 12, 25), "Natal")
    holidays.add(admin, date(2026, 12, 28), "Cuti bersama")
    holidays.remove(admin, date(2026, 12, 28))
    path = o.settings.templates / "surat-jawaban-perorangan.docx"
    before = path.read_bytes()
    template_put.put(chair, path.stem, before[:-2] + b"\x04\x00baru", "kop baru")
    (former,) = template_put.former(admin, path.stem)
    template_put.put_back(admin, path.stem, former.sha256, "keliru")
    key_keeping.rotate(admin, "seal")
    key_keeping.rotate(admin, "code")
    trusting(o)


def accounts(o: Office) -> None:
    """Accounts added, changed, locked, given words; an admin at the console."""
    admin = o.desk(ADMIN)
    users.first(o.settings)
    users.add(admin, "analis", {Role.OFFICER}, "pegawai baru")
    users.change_roles(admin, "analis", {Role.OFFICER, Role.CLERK}, "merangkap")
    users.lock(admin, "analis", "cuti")
    users.lock(admin, "analis", "kembali", undo=True)
    users.lock(admin, "analis", "pindah tugas")
    users.reset(admin, OVERSEER, "lupa")
    users.reset_at_console(o.settings, ADMIN, "terkunci di luar")


def upgraded(o: Office) -> None:
    """The database is one of the version before, and is upgraded."""
    o.called(summary="Sebelum pembaruan.")
    boot.close()
    rebuild.rebuild(o.settings, who(o.settings, OPERATOR, ARCHIVIST))
    boot.close()
    older.make(o.settings, "0012_joined 000000000000")
    upgrade.upgrade(o.settings, who(o.settings, OPERATOR, ADMIN), of.CHECKOUT, str(o.to("usb-lama")))


def kept_away(o: Office) -> None:
    """A backup, its recovery sheet, and a restore on trial that came back, and one that did not."""
    admin, usb = o.desk(ADMIN), o.to("usb")
    backup.backup(admin, str(usb))
    recovery_sheet.print_sheet(admin, o.to("cetak"))
    recovery_sheet.confirm(admin, 1, passphrase.of(o.settings).split("-")[0])
    target = o.home.parent / "percobaan"
    done = restore.restore(str(usb), target, passphrase.of(o.settings), OPERATOR)
    restore_trial.passed(o.settings, who(o.settings, OPERATOR, ADMIN), done, target)
    restore_trial.failed(o.settings, who(o.settings, OPERATOR, ADMIN), "office.no_snapshot")
    backup.backup(o.desk(ADMIN), str(usb))
    word, target = passphrase.of(o.settings), o.home.parent / "dipulihkan"
    boot.close()
    home_lock.leave() if hasattr(home_lock, "leave") else None
    restore.restore(str(usb), target, word, OPERATOR)
    boot.close()
    o.home.rename(o.home.parent / "sebelum")
    target.rename(o.home)


def moved(o: Office) -> None:
    """The database goes to a server and comes back, the archive to a bucket and comes back."""
    with postgresql.running() as server:
        server.model = "template0"
        with patch.dict(os.environ, {"RANGKAP_DATABASE": server.address(server.new())}):
            for place in (bases.SERVER, bases.FILE):
                boot.close()
                for one in o.settings.var.glob("rangkap.db*") if place == bases.FILE else ():
                    one.rename(o.to("basis-data-lama") / one.name)
                with home_lock.alone(o.settings):
                    """Lets go of it: this process held it for its desks."""
                migrate_database.migrate_database(o.settings, who(o.settings, OPERATOR, ADMIN), place)
            boot.close()
    with s3.running() as buckets:
        mover = StoreMover(o, buckets)
        mover.move(stores.BUCKET)
        o.settings.archive.rename(o.home.parent / "arsip-lama")
        mover.move(stores.FOLDER)
    (o.home / "var" / "keys" / "bucket.toml").unlink()


def at_the_pages(o: Office) -> None:
    """People at the pages: a second factor, a word changed, wrong words (kept as they are kept), a page refused."""
    path = o.home / "office.toml"
    before = path.read_text("utf-8")
    give_words(o)
    for kept in kept_accounts.listed().values():
        kept_accounts.put(replace(kept, until=None))  # words that were given out end after days
    with served(o.home) as door:
        set_up(entered(door, OFFICER))
        entered(door, CHAIR)
        entered(door, ADMIN)
        archivist = entered(door, ARCHIVIST)
        told = archivist.post("/kata-masuk/", word=WORD, new=OWN_WORD, again=OWN_WORD).status
        assert told in (200, 302), told
        clerk = entered(door, CLERK)
        print("refused:", clerk.get("/jejak/").status, clerk.get("/pengguna/").status)
        clerk.post("/kata-masuk/", word=WRONG_WORD, new=NEW_WORD, again=NEW_WORD)
        Visitor(door).sign_in(OVERSEER, WRONG_WORD)
        Visitor(door).sign_in(WRONG_ACCOUNT, WRONG_WORD)
    path.write_text(before, "utf-8")
    admin = o.desk(ADMIN)
    users.forget_factor(admin, "analis", "telepon hilang", kept_accounts.drop_factors)
    users.end_sessions(admin, "analis", "tertinggal terbuka", lambda _: None)
    came = o.arrive(one_page("gagal dibaca"))
    from django_q.models import OrmQ, Task

    OrmQ.objects.all().delete()
    now = clock.now()
    Task.objects.create(
        id="a" * 32, name="satu", func=queue.RUNNER, args=("read", came.id), started=now, stopped=now,
        success=False, result="intake.unreadable : Traceback", attempt_count=3,
    )  # fmt: skip
    health.retry(o.desk(ADMIN), came.id)
    OrmQ.objects.all().delete()


def looked_at(o: Office) -> None:
    """Books, recaps and the audit go out; what was looked at is in the access log."""
    asked = recap.period(month="2026-11")
    for recipient in recap.Recipient:
        recap.make(o.desk(CHAIR), recap.Asked(asked, recipient))
    audit.export(o.desk(CHAIR), audit.Asked(), "arsip", io.BytesIO())
    audit.page(o.desk(CHAIR), audit.Asked())
    registers.register_csv(o.desk(ARCHIVIST), "arsip")
    for account in (CLERK, OFFICER, CHAIR, ARCHIVIST):
        find.todo(o.desk(account))
    look_up.look_up(o.desk(CLERK), look_up.Asked("payung"))


def month_and_year(o: Office) -> None:
    """The register page of November, signed; the year closed; a case handed over as a bag; the clock confirmed."""
    os.environ["RANGKAP_CLOCK"] = stages.NEXT_MONTH
    made, _ = page_of.make(o.desk(CHAIR), "2026-11", o.home / "var")
    page_of.make(o.desk(CHAIR), "2026-11", o.home / "var")
    o.receive(*stages.page_scans(o, made.id))
    os.environ["RANGKAP_CLOCK"] = "2027-01-05T09:00:00+07:00"
    close_year.close(o.desk(ARCHIVIST), 2026, incomplete=True, reason="lembar Desember hilang")
    hand_over.hand_over(o.desk(ARCHIVIST), o.school_case, o.to("medium"), "045/12/BA/2027")
    certificate.make(o.desk(ADMIN))
    confirm_clock(o.desk(CHAIR), "jam sudah diperiksa")
