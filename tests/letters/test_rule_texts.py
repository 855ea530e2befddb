"""Bodies of letters, good and bad, as offices write them: how many the letter rules refuse.

A row of ``rule_texts*.json`` is the body of one answer to :data:`CASE`, from opening to closing: its ``text``, its
``truth``, and the ``rule`` that a bad one breaks. ``rule_texts.json`` was written with the rules, the others by
somebody else, and each was judged once before anybody who works on the rules looked at it. The rules are tuned on all of them
but those of :data:`REACHED`.
"""

import json
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any
from zlib import decompress

import numpy as np
import pytest

from pipeline.cases.case import Case
from pipeline.cases.contact import route
from pipeline.cases.values import Values
from pipeline.letters.finding import Finding
from pipeline.letters.likeness import WEIGHTS
from pipeline.letters.matter import Matter
from pipeline.letters.rules import check
from pipeline.letters.rules_content import is_named
from pipeline.office.letters.matter import about
from pipeline.settings import Settings
from tests.letters.matters import office
from tools.likeness import UNSEEN, learn

FILES = sorted(Path(__file__).parent.glob("rule_texts*.json"))
DAY = date(2026, 11, 24)
OF_BODY = frozenset({1, 2, 7, 8, 9, 15})
"""The rules that judge what a body says, whatever frame it has."""
VALUES: Values = {
    "channel": "letter",
    "received_day": "2026-11-20",
    "letter_number": "012/YT/XI/2026",
    "letter_date": "2026-11-19",
    "sender": "Yuniarti Talahu",
    "summary": "Kakaknya dipukul suami pada 15 November 2026, dan berulang sejak Agustus 2026.",
    "reporter_name": "Yuniarti Talahu",
    "reporter_relation": "keluarga/saudara",
    "victim_name": "Rusmini Talahu",
    "victim_name_is_full": True,
    "victim_sex": "P",
    "victim_age": 32,
    "victim_address": "RT 03 Desa Tumbang Randu, Kecamatan Lanting Tengah",
    "other_victims": ("Shinta Talahu, 9, P",),
    "reported_name": "Herman Talib",
    "reported_relation": "suami/istri",
    "event_date": "2026-11-15",
    "event_time": "20:30",
    "event_repeated": True,
    "safe_contact_way": "surat",
    "safe_contact_owner": "pelapor",
    "safe_contact_name": "Yuniarti Talahu",
    "safe_contact_address": "Gang Kenanga 2 No. 7, Kelurahan Muara Lanting",
    "safe_contact_place": "Kelurahan Muara Lanting",
    "safe_contact_phone": "081200001102",
    "safe_contact_confirmed": True,
    "addressee": "Yuniarti Talahu",
    "addressee_place": "Kelurahan Muara Lanting",
    "salutation": "Saudari",
    "comes": "Saudari",
    "follow_up": "pertemuan konsultasi dan penilaian kebutuhan",
}
CASE = Case("2026-0001", "0112/TL/XI/2026", datetime(2026, 11, 20, 2, tzinfo=UTC), values=VALUES)
SERVICES = ("konsultasi", "konseling", "psikologis", "hukum", "kesehatan")
"""What an officer may have chosen as the services of the letter: those of them that it names, or all."""
ELSEWHERE = ("Mariana Kusnadi", "Dimas Pratama Kusnadi")
MATTER: Matter = replace(about(CASE, VALUES, route(VALUES)), names_elsewhere=ELSEWHERE)
LEAST, MOST = 0.95, 0.03
"""Of the bad that are refused, and of the good."""
REACHED = {"rule_texts_fourteenth": (0.8, 0.15), "rule_texts_fifteenth": (0.8, 0.1)}
"""The same for letters from which nothing was learned; without :mod:`pipeline.letters.likeness`, 0.45 and 0.52 of the bad."""


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_the_rules_refuse_what_is_bad_and_leave_what_is_good(file: Path, tmp_path: Path) -> None:
    settings = office(tmp_path, kantor__telepon="0519-21110")
    rows: list[dict[str, Any]] = json.loads(file.read_text("utf-8"))
    of = {truth: [row for row in rows if row["truth"] == truth] for truth in ("good", "bad")}
    refused = {truth: [row for row in of[truth] if broken(row["text"], settings)] for truth in of}
    rate = {truth: len(refused[truth]) / len(of[truth]) for truth in of}
    print(f"{file.name}: bad refused {rate['bad']:.1%}, good refused {rate['good']:.1%}")
    missed = [row["text"] for row in of["bad"] if row not in refused["bad"]]
    least, most = REACHED.get(file.stem, (LEAST, MOST))
    assert rate["bad"] >= least, missed
    assert rate["good"] <= most, [(row["text"], broken(row["text"], settings)) for row in refused["good"]]


def test_a_refusal_quotes_the_letter_and_says_what_to_write(tmp_path: Path) -> None:
    settings = office(tmp_path)
    rows = json.loads(FILES[0].read_text("utf-8"))
    quoted = [
        (row["text"], finding) for row in rows for finding in refusals(row["text"], settings) if finding.words
    ]
    assert {finding.rule for _, finding in quoted} == OF_BODY - {9}
    for text, finding in quoted:
        assert finding.words in " ".join(text.split())
        assert "“" in finding.remedy.fill("id") or finding.remedy.fill("id").startswith("Pakai inisial")
        assert finding.words in finding.shown().fill("id")
        assert finding.words not in finding.text(), "what is written down has none of the letter's words"


def test_what_a_sentence_sounds_like_was_learned_from_these_texts() -> None:
    assert set(UNSEEN) == set(REACHED), "what judges is not learned"
    kept, anew = (
        np.frombuffer(held, np.int8).astype(int) for held in (decompress(WEIGHTS.read_bytes()), learn())
    )
    assert (abs(kept - anew) > 1).mean() < 0.001, "learn anew: python -m tools.likeness"


def broken(text: str, settings: Settings) -> set[int]:
    return {finding.rule for finding in refusals(text, settings)}


def refusals(text: str, settings: Settings) -> list[Finding]:
    services = tuple(service for service in SERVICES if is_named(service, text)) or SERVICES
    framed = f"Yth. Saudari\ndi tempat\n{text}"
    findings = check(framed, replace(MATTER, services=services), settings, DAY)
    return [finding for finding in findings if finding.rule in OF_BODY]
