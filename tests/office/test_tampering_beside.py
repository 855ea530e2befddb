"""Somebody changes what lies beside archive and rows: notes for strangers, keys, the index of words, rights. Each is named."""

import os
import secrets

import pytest
from django.db import connection

from pipeline.archive.layout import EARLIER, README
from pipeline.kernel.files import digest_bytes
from pipeline.office.base import keys
from pipeline.office.overview import doctor
from pipeline.records import boot
from pipeline.records.models import TextRow
from tests.office.bureau import Bureau
from tests.office.tampered_rows import DATABASE
from tests.office.test_tampering_rows import found

INDEX = f"{DATABASE}: indeks kata"
NOTE = "2026/BACA-SAYA.txt"
RIGHTS = "izin arsip, var, dan basis data"


def test_notes_that_were_edited_are_named(in_folder: None, filed: Bureau) -> None:
    path = filed.settings.archive / NOTE
    path.write_text(path.read_text("utf-8").replace("sha512sum", "md5sum"), "utf-8")
    assert found(filed) == {("changed", NOTE)}


def test_notes_of_an_earlier_version_are_ours() -> None:
    assert digest_bytes(README, "sha256") not in EARLIER
    assert len(EARLIER) == 4


def test_another_key_of_the_codes_is_named(filed: Bureau) -> None:
    name, _ = keys.newest(filed.settings, keys.CODE)
    (filed.settings.var / "keys" / f"{name}.key").write_bytes(secrets.token_bytes(32))
    assert found(filed) == {("changed", f"../var/keys/{name}.key")}


def test_a_key_of_the_codes_that_is_gone_is_named(filed: Bureau) -> None:
    name, _ = keys.newest(filed.settings, keys.CODE)
    (filed.settings.var / "keys" / f"{name}.key").unlink()
    assert found(filed) == {("missing", f"../var/keys/{name}.key")}


def test_words_taken_out_of_the_index_are_named(filed: Bureau) -> None:
    assert TextRow.objects.count() == 2
    TextRow.objects.filter(pk=TextRow.objects.order_by("pk").values_list("pk", flat=True)[0]).delete()
    assert found(filed) == {("missing", INDEX)}


@pytest.mark.parametrize(
    "sentences",
    [
        ("DROP TRIGGER index_text_insert",),
        ("INSERT INTO records_textindex (records_textindex) VALUES ('delete-all')",),
    ],
    ids=["a trigger dropped", "emptied"],
)
def test_an_index_that_does_not_follow_its_rows_is_named(
    on_file: None, filed: Bureau, sentences: tuple[str, ...]
) -> None:
    with connection.cursor() as cursor:
        for sentence in sentences:
            cursor.execute(sentence)
    assert found(filed) == {("changed", INDEX)}


def test_what_a_killed_write_left_is_named_and_is_no_damage(filed: Bureau) -> None:
    left = filed.settings.var / "letters" / ".0123456789abcdef.tmp"
    left.write_bytes(b"x")
    assert filed.verify() == [], "it may still be written"
    os.utime(left, (0, 0))
    findings = filed.verify()
    assert [(finding.path, finding.is_damage) for finding in findings] == [
        ("../var/letters/.0123456789abcdef.tmp", False)
    ]
    assert "boleh dihapus" in findings[0].text()


@pytest.mark.parametrize("where", ["archive", "var", "var/rangkap.db"])
def test_rights_for_everybody_are_told_by_doctor_with_what_to_do(
    on_file: None, in_folder: None, bureau: Bureau, where: str
) -> None:
    boot.close()

    def row() -> doctor.Row:
        return next(point for point in doctor.home(bureau.settings) if point.what == RIGHTS)

    assert row().ok
    (bureau.home / where).chmod(0o777)
    assert not row().ok
    assert f"{where} 0777" in row().found
    assert "chmod go-" in row().then
