"""What somebody with the database file can do by SQL, each with the findings it must lead to, and no others."""

import re

from django.db import connection

from pipeline.records import guards
from pipeline.records.postgresql import triggers as on_server
from pipeline.records.sqlite import triggers as in_file
from tests.office.stages import FIRST, SECOND

DATABASE = "basis data"


def sql(*sentences: str, **values: bytes | int) -> None:
    """Do what somebody with the database file, or a superuser of the server, can.

    Take off every guard, change rows (given as SQLite says it), put the guards on again.
    """
    is_server = connection.vendor == "postgresql"
    with connection.cursor() as cursor:
        for sentence in _OFF_ON_SERVER if is_server else _OFF_IN_FILE:
            cursor.execute(sentence)
        for sentence in sentences:
            query = as_server_says(sentence) if is_server else sentence
            cursor.execute(query, values if "%(" in query else None)
            assert cursor.rowcount != 0, sentence
        cursor.execute("RESET session_replication_role" if is_server else "PRAGMA foreign_keys = ON")
    guards.install()


def as_server_says(sentence: str) -> str:
    """Return a sentence of SQLite as PostgreSQL says it."""
    for here, there in _ON_SERVER:
        sentence = sentence.replace(here, there)
    return _RAISED.sub(
        r"jsonb_set(jsonb_set(value::jsonb, '{version}', to_jsonb(version + 1)), '{\1}', to_jsonb('\2'::text))::text",
        sentence,
    ).replace("values.", "values,")


_OFF_IN_FILE = (
    *(f"DROP TRIGGER IF EXISTS {trigger.name}" for trigger in in_file.all_triggers()),
    "PRAGMA foreign_keys = OFF",
)
_OFF_ON_SERVER = (
    *(f"DROP TRIGGER IF EXISTS {guard.name} ON {guard.table}" for guard in on_server.all_triggers()),
    "SET session_replication_role = replica",
)
_ON_SERVER = (
    (
        "CAST(replace(CAST(line AS TEXT), 'petugas', 'petugaz') AS BLOB)",
        "convert_to(replace(convert_from(line, 'UTF8'), 'petugas', 'petugaz'), 'UTF8')",
    ),
    ("CAST('x' AS BLOB)", "'x'::bytea"),
    ("json_set(value, '$.version', 1)", "jsonb_set(value::jsonb, '{version}', '1')::text"),
)
_RAISED = re.compile(r"json_set\(value, '\$\.version', version \+ 1, '\$\.([a-z_.]+)', '([^']+)'\)")
SCAN_1, SCAN_2 = f"surat-{FIRST}-1-r1-salinan-1-ttd.pdf", f"surat-{FIRST}-1-r1-salinan-2-ttd.pdf"
_OF_FIRST = f"case_id = '{FIRST}'"
_INVENTED_DOCUMENT = (
    "INSERT INTO records_documentrow (case_id, logical, path, sha512, size, version) SELECT case_id, 'palsu.pdf', "
    f"path, sha512, size, version FROM records_documentrow WHERE {_OF_FIRST} LIMIT 1"
)
_INVENTED_NUMBER = (
    "INSERT INTO records_numberrow (text, series, seq, state, letter, reason) VALUES ('palsu', 'palsu', 1, "
    "'committed', 'palsu', '')"
)


ROW = re.compile(r"baris [\d–]+")
"""A row of the history or the access log, and of which rows a seal tells, in a path."""


def _raised(changed: str) -> str:
    return (
        "UPDATE records_caserow SET version = version + 1, value = json_set(value, '$.version', version + 1, "
        f"{changed}) WHERE number = '{FIRST}'"
    )


ROWS: list[tuple[str, tuple[str, ...], set[tuple[str, str]]]] = [
    (
        "an entry edited",
        (
            "UPDATE records_entryrow SET line = CAST(replace(CAST(line AS TEXT), 'petugas', 'petugaz') AS BLOB) WHERE n = 1",
        ),
        {("changed", f"{DATABASE}: catatan 1")},
    ),
    (
        "an entry deleted from the middle",
        ("DELETE FROM records_entryrow WHERE n = 2",),
        {("missing", f"{DATABASE}: catatan 2")},
    ),
    (
        "the columns of an entry edited",
        ("UPDATE records_entryrow SET payload = replace(payload, 'TL', 'TM') WHERE n = 1",),
        {("changed", f"{DATABASE}: catatan 1 (isian)")},
    ),
    (
        "the register number beside an entry edited",
        ("UPDATE records_entryrow SET register_number = 'x' WHERE n = 1",),
        {("changed", f"{DATABASE}: catatan 1 (nomor register)")},
    ),
    (
        "the state of a case edited",
        (f"UPDATE records_caserow SET state = 'selesai' WHERE number = '{FIRST}'",),
        {("changed", f"{DATABASE}: kasus {FIRST} (state)")},
    ),
    (
        "a case taken out of the list of those that wait",
        (f"UPDATE records_caserow SET awaits = 'x' WHERE number = '{FIRST}'",),
        {("changed", f"{DATABASE}: kasus {FIRST} (awaits)")},
    ),
    (
        "a case put on another day",
        (f"UPDATE records_caserow SET received = '2025-01-02' WHERE number = '{FIRST}'",),
        {("changed", f"{DATABASE}: kasus {FIRST} (received)")},
    ),
    (
        "the answers of a case edited",
        (
            f"UPDATE records_caserow SET value = replace(value, '2026-11', '2026-10') WHERE number = '{FIRST}'",
        ),
        {
            ("changed", f"{DATABASE}: kasus {FIRST}{column}")
            for column in ("", " (people)", " (received)", " (letter_key)")
        },
    ),
    (
        "a case set back",
        (
            f"UPDATE records_caserow SET version = 1, value = json_set(value, '$.version', 1) WHERE number = '{FIRST}'",
        ),
        {("rolled_back", f"{DATABASE}: kasus {FIRST}")},
    ),
    (
        "the archived version of a case set back",
        (f"UPDATE records_caserow SET archived = 1 WHERE number = '{FIRST}'",),
        {("rolled_back", f"{DATABASE}: kasus {FIRST}")},
    ),
    (
        "two documents swapped",
        (
            f"UPDATE records_documentrow SET logical = 'x' WHERE {_OF_FIRST} AND logical = '{{one}}'",
            f"UPDATE records_documentrow SET logical = '{{one}}' WHERE {_OF_FIRST} AND logical = '{{two}}'",
            f"UPDATE records_documentrow SET logical = '{{two}}' WHERE {_OF_FIRST} AND logical = 'x'",
        ),
        {("swapped", f"{DATABASE}: {FIRST}/{{one}}"), ("swapped", f"{DATABASE}: {FIRST}/{{two}}")},
    ),
    (
        "a document forgotten",
        (f"DELETE FROM records_documentrow WHERE {_OF_FIRST} AND logical = '{{one}}'",),
        {("missing", f"{DATABASE}: {FIRST}/{{one}}")},
    ),
    (
        "a document invented",
        (_INVENTED_DOCUMENT,),
        {("unexpected", f"{DATABASE}: {FIRST}/palsu.pdf")},
    ),
    (
        "the digest of a document edited",
        (f"UPDATE records_documentrow SET sha512 = 'ab' WHERE {_OF_FIRST} AND logical = '{{one}}'",),
        {("changed", f"{DATABASE}: {FIRST}/{{one}}")},
    ),
    (
        "the person who approved edited",
        (f"UPDATE records_letterrow SET approved_by = 'lain' WHERE id = '{FIRST}-1'",),
        {("changed", f"{DATABASE}: surat {FIRST}-1")},
    ),
    (
        "a letter set back",
        (f"UPDATE records_letterrow SET version = 1 WHERE id = '{FIRST}-1'",),
        {("rolled_back", f"{DATABASE}: surat {FIRST}-1")},
    ),
    (
        "a copy bound to another print",
        (f"UPDATE records_copyrow SET pdf_digest = 'ab' WHERE letter_id = '{FIRST}-1' AND copy = 1",),
        {("changed", f"{DATABASE}: surat {FIRST}-1 revisi 1 salinan ke-1")},
    ),
    (
        "a copy forgotten",
        (f"DELETE FROM records_copyrow WHERE letter_id = '{FIRST}-1' AND copy = 2",),
        {("missing", f"{DATABASE}: surat {FIRST}-1 revisi 1 salinan ke-2")},
    ),
    (
        "an arrival that is another paper",
        (f"UPDATE records_arrivalrow SET kind = 'tiff' WHERE \"case\" = '{FIRST}' AND agenda IS NOT NULL",),
        {("changed", f"{DATABASE}: surat masuk A-2026-0001")},
    ),
    (
        "an arrival set back",
        (f"UPDATE records_arrivalrow SET version = 1 WHERE \"case\" = '{FIRST}' AND agenda IS NOT NULL",),
        {("rolled_back", f"{DATABASE}: surat masuk A-2026-0001")},
    ),
    (
        "an act edited",
        (f"UPDATE records_historyrow SET account = 'lain' WHERE \"case\" = '{FIRST}' AND verb = 'approve'",),
        {("changed", f"{DATABASE}: riwayat kasus {FIRST}"), ("changed", f"{DATABASE}: riwayat baris #")},
    ),
    (
        "an act deleted",
        (f"DELETE FROM records_historyrow WHERE \"case\" = '{FIRST}' AND verb = 'approve'",),
        {("missing", f"{DATABASE}: riwayat kasus {FIRST}"), ("missing", f"{DATABASE}: riwayat baris #")},
    ),
    (
        "a case raised and its safe contact changed",
        (_raised("'$.values.safe_contact_address', 'Jalan Lain 1'"),),
        {("changed", f"{DATABASE}: kasus {FIRST}"), ("changed", f"{DATABASE}: kasus {FIRST} (people)")},
    ),
    (
        "a case raised and its officer changed",
        (_raised("'$.officer', 'lain'"),),
        {("changed", f"{DATABASE}: kasus {FIRST}")},
    ),
    (
        "a case raised and its state changed",
        (
            _raised("'$.state', 'selesai'"),
            f"UPDATE records_caserow SET state = 'selesai' WHERE number = '{FIRST}'",
        ),
        {
            ("changed", f"{DATABASE}: kasus {FIRST}"),
            ("changed", f"{DATABASE}: kasus {FIRST} (awaits)"),
            ("changed", f"{DATABASE}: kasus {FIRST} (people)"),
        },
    ),
    (
        "a letter raised and the person who approved changed",
        (f"UPDATE records_letterrow SET approved_by = 'lain', version = version + 1 WHERE id = '{FIRST}-1'",),
        {("changed", f"{DATABASE}: surat {FIRST}-1")},
    ),
    (
        "a draft that the archive does not hold changed",
        (f"UPDATE records_letterrow SET drafted_by = 'lain' WHERE id = '{SECOND}-1'",),
        {("changed", f"{DATABASE}: surat {SECOND}-1")},
    ),
    (
        "a copy that is proven by another scan",
        (f"UPDATE records_copyrow SET means = 'attested' WHERE letter_id = '{FIRST}-1' AND copy = 1",),
        {("changed", f"{DATABASE}: surat {FIRST}-1 revisi 1 salinan ke-1")},
    ),
    (
        "an arrival raised and its agenda number changed",
        (
            f"UPDATE records_arrivalrow SET agenda = 'A-2026-0099', version = version + 1 WHERE \"case\" = '{FIRST}' AND agenda = 'A-2026-0001'",
        ),
        {("changed", f"{DATABASE}: surat masuk A-2026-0001")},
    ),
    (
        "a letter number invented",
        (_INVENTED_NUMBER,),
        {("unexpected", "nomor palsu"), ("rolled_back", "penghitung palsu")},
    ),
]
GARBAGE = [
    (
        f"UPDATE records_letterrow SET context = '{{' WHERE id = '{FIRST}-1'",
        f"{DATABASE}: kasus {FIRST} (tidak terbaca)",
    ),
    (
        f"UPDATE records_caserow SET value = '[' WHERE number = '{FIRST}'",
        f"{DATABASE}: kasus {FIRST} (value)",
    ),
    ("UPDATE records_letterrow SET day = 'kemarin'", f"{DATABASE}: surat {FIRST}-1"),
    ("UPDATE records_historyrow SET detail = 'x'", f"{DATABASE}: kasus {FIRST} (tidak terbaca)"),
    ("UPDATE records_arrivalrow SET taken_at = 'x'", f"{DATABASE}: kasus {FIRST} (tidak terbaca)"),
    ("UPDATE records_entryrow SET payload = '[]' WHERE n = 1", f"{DATABASE}: catatan 1 (isian)"),
    ("UPDATE records_entryrow SET line = CAST('x' AS BLOB)", f"{DATABASE}: catatan 1"),
]


def row_tampering(kind: str, name: str, n: int, last: int) -> tuple[str, set[tuple[str, str]]]:
    """Return a sentence of SQL that tampers with case ``name`` or entry ``n`` of ``last``, and how verify names it."""
    rows: dict[str, tuple[str, set[tuple[str, str]]]] = {
        "line": (
            f"UPDATE records_entryrow SET line = CAST('x' AS BLOB) WHERE n = {n}",
            {("changed", f"{DATABASE}: catatan {n}")},
        ),
        "middle": (
            f"DELETE FROM records_entryrow WHERE n = {n}",
            {("rolled_back", DATABASE) if n == last else ("missing", f"{DATABASE}: catatan {n}")},
        ),
        "state": (
            f"UPDATE records_caserow SET state = CASE state WHEN 'selesai' THEN 'terdaftar' ELSE 'selesai' END WHERE number = '{name}'",
            {("changed", f"{DATABASE}: kasus {name} (state)")},
        ),
        "document": (
            f"DELETE FROM records_documentrow WHERE case_id = '{name}' AND logical = 'catatan-telepon.txt'",
            {("missing", f"{DATABASE}: {name}/catatan-telepon.txt")},
        ),
        "history": (
            f"UPDATE records_historyrow SET account = 'lain' WHERE \"case\" = '{name}' AND verb = 'register'",
            {("changed", f"{DATABASE}: riwayat kasus {name}"), ("changed", f"{DATABASE}: riwayat baris #")},
        ),
    }
    return rows[kind]
