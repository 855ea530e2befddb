"""Who may print a form, what cannot be printed, and the register page of a month."""

from datetime import date
from pathlib import Path
from typing import Any

import pytest
import zxingcpp
from PIL import Image

from pipeline.kernel.errors import NotFound, Refusal
from pipeline.kernel.ids import in_groups
from pipeline.letters.text import frozen_text
from pipeline.office.cases import forms_register
from pipeline.office.papers import forms
from pipeline.records import chain, entries
from pipeline.records.models import AccessRow
from pipeline.register.entry import Break, Broken
from pipeline.rendering.convert import page_pngs
from pipeline.rendering.errors import NoRenderer
from tests.office.bureau import (
    ADMIN,
    ARCHIVIST,
    CHAIR,
    CLERK,
    OFFICER,
    OVERSEER,
    SCHOOL,
    Bureau,
)
from tests.office.stages import FIRST, SECOND
from tests.refused import refused_with

NAMES = ("Anindya", "Purnamaring", "Lestari")


@pytest.fixture
def no_office_suite(monkeypatch: pytest.MonkeyPatch) -> None:
    """Take LibreOffice away, so that only the DOCX is made, at once."""

    def missing(*_: Any, **__: Any) -> list[bytes]:
        raise NoRenderer

    monkeypatch.setattr(forms, "to_pdf", missing)


def test_who_may_not_print_is_told_before_the_case_is_looked_for(registered: Bureau, tmp_path: Path) -> None:
    refused = [
        (kind, account)
        for kind, form in forms.KINDS.items()
        for account, role in (
            (CLERK, "petugas_penerima"), (OFFICER, "petugas_identifikasi"), (CHAIR, "ketua"), (ARCHIVIST, "arsiparis"),
            (ADMIN, "admin_teknis"), (OVERSEER, "pengawas"),
        )
        if role not in form.roles
    ]  # fmt: skip
    assert {(kind, account) for kind in forms.KINDS for account in (ADMIN, OVERSEER)} <= set(refused)
    for kind, account in refused:
        with refused_with("office.not_yours"):
            forms.make(registered.session(account), kind, "2026-9999", tmp_path)


REFUSED: tuple[tuple[str, str, bool, str | type[Refusal]], ...] = (
    ("surat", FIRST, False, "office.no_such_form"),
    ("amplop", "", False, "office.case_or_blank"),
    ("amplop", "", True, "office.case_or_blank"),
    ("disposisi", FIRST, False, "office.sheet_has_code"),
    ("pengesahan", "2026-13", False, "office.bad_month"),
    ("pengesahan", "0000-01", False, "office.bad_month"),
    ("pengesahan", "2026-12", False, "office.bad_month"),
    ("pengesahan", "November", False, "office.bad_month"),
    ("pendaftaran", "2026-0099", False, NotFound),
)


@pytest.mark.usefixtures("no_office_suite")
def test_each_print_is_an_access(registered: Bureau, tmp_path: Path) -> None:
    forms.make(registered.session(), "pendaftaran", SECOND, tmp_path)
    forms.make(registered.session(ARCHIVIST), "pengesahan", "2026-11", tmp_path)
    rows = AccessRow.objects.order_by("-pk").values_list("verb", "subject", "account")[:2]
    assert list(rows) == [("form pengesahan", "R-2026-11", ARCHIVIST), ("form pendaftaran", SECOND, CLERK)]


@pytest.mark.usefixtures("no_office_suite")
def test_a_page_of_the_register_counts_the_month_and_bears_the_head(approved: Bureau, tmp_path: Path) -> None:
    fields, _ = forms_register.register_fields(approved.session(CHAIR), date(2026, 11, 1))
    assert fields["catatan"] == {"jumlah": "4", "rentang": "1 s.d. 4"}
    assert fields["register"] == {"jumlah": "2", "rentang": "0001/TL/XI/2026 s.d. 0002/TL/XI/2026"}
    last = entries.last()
    assert last is not None
    assert " ".join(fields["ujung"]["kelompok"][:4]) == in_groups(last.hash)
    made = forms.make(approved.session(CHAIR), "pengesahan", "2026-11", tmp_path)
    assert [path.name for path in made.files] == ["R-2026-11.docx"]
    text = frozen_text(made.files[0].read_bytes())
    assert fields["ujung"]["kelompok"][0] in text
    assert fields["ujung"]["kelompok"][4] == f"riwayat ke-{chain.head()['n']}"
    assert " ".join(fields["ujung"]["kelompok"][5:]) == in_groups(chain.head()["hash"])
    assert fields["ujung"]["kelompok"][5] in text
    assert "KONSEP" in text
    assert [name for name in NAMES if name in text] == []


def test_a_month_without_entries_points_to_the_head_before_it(approved: Bureau) -> None:
    fields, _ = forms_register.register_fields(approved.session(CHAIR), date(2026, 10, 1))
    assert fields["catatan"] == {"jumlah": "0", "rentang": "–"}
    assert fields["ujung"]["waktu"] == "belum ada catatan"


def test_one_entry_is_a_number_and_no_range(bureau: Bureau) -> None:
    bureau.register(SCHOOL)
    fields, _ = forms_register.register_fields(bureau.session(CHAIR), date(2026, 11, 1))
    assert fields["catatan"] == {"jumlah": "1", "rentang": "1"}


def test_a_page_that_nobody_may_sign_is_not_made(registered: Bureau, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(forms_register, "signatories_on", lambda *_: ())
    with refused_with("office.no_signatory"):
        forms_register.register_fields(registered.session(CHAIR), date(2026, 11, 1))


def test_a_broken_chain_is_not_put_out_to_be_signed(
    registered: Bureau, monkeypatch: pytest.MonkeyPatch
) -> None:
    broken = [Broken(2, Break.HASH, "a", "b")]
    monkeypatch.setattr(forms_register, "verify_chain", lambda _: broken)
    with refused_with("office.chain_broken") as refused:
        forms_register.register_fields(registered.session(CHAIR), date(2026, 11, 1))
    assert "ke-2" in refused.value.text()


def test_the_register_page_prints_with_a_readable_head(approved: Bureau, tmp_path: Path) -> None:
    made = forms.make(approved.session(CHAIR), "pengesahan", "2026-11", tmp_path)
    assert [path.name for path in made.files] == ["R-2026-11.docx", "R-2026-11.pdf"]
    (picture,) = page_pngs(made.files[1].read_bytes(), 150, accept_risk=True)
    (tmp_path / "seite.png").write_bytes(picture)
    with Image.open(tmp_path / "seite.png") as image:
        (code,) = zxingcpp.read_barcodes(image)
    last = entries.last()
    assert last is not None
    assert code.text == f"R-2026-11:{last.n}:{last.hash.upper()}"
