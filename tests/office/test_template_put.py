"""A new version of a template: checked first, the former kept and put back, each in the history."""

from pathlib import Path

from pipeline.office.base.session import Session
from pipeline.office.engine.perform import perform
from pipeline.office.letters import templates
from pipeline.records import history
from tests.office.bureau import ADMIN, CHAIR, Bureau
from tests.refused import refused_with

NAME = "surat-jawaban-perorangan"


def path(bureau: Bureau) -> Path:
    return bureau.settings.templates / f"{NAME}.docx"


def other(bureau: Bureau) -> bytes:
    """A template that is fit, and not the one that is there: with an empty comment at the end of its package."""
    data = path(bureau).read_bytes()
    return data[:-2] + b"\x04\x00baru"


def put(session: Session, name: str, data: bytes, reason: str) -> None:
    """Put a new version of a template in place."""
    perform(templates.put_template, session, name, {templates.DATA: data, "reason": reason})


def test_a_new_version_takes_the_place_and_the_former_comes_back(bureau: Bureau) -> None:
    before, after = path(bureau).read_bytes(), other(bureau)
    put(bureau.session(CHAIR), NAME, after, "Kop baru.")
    assert path(bureau).read_bytes() == after
    (former,) = templates.former(bureau.session(ADMIN), NAME)
    assert (former.account, former.reason) == (CHAIR, "Kop baru.")
    templates.put_back(bureau.session(ADMIN), NAME, former.sha256, "Keliru.")
    assert path(bureau).read_bytes() == before
    acts = list(history.of_verb(templates.PUT))
    assert [act.detail["reason"] for act in acts] == ["Kop baru.", "Keliru."]
    assert acts[0].detail["before"] == acts[1].detail["after"] == former.sha256
    assert templates.names(bureau.settings).count(NAME) == 1, "what is kept beside is no template"


def test_a_faulty_one_is_not_put(bureau: Bureau) -> None:
    before = path(bureau).read_bytes()
    for wrong in (b"", b"bukan dokumen", before[: len(before) // 2]):
        with refused_with("office.template_faulty"):
            put(bureau.session(CHAIR), NAME, wrong, "Coba.")
    assert path(bureau).read_bytes() == before
    assert templates.former(bureau.session(CHAIR), NAME) == []


def test_what_is_not_there_is_refused(bureau: Bureau) -> None:
    with refused_with("office.reason_needed"):
        put(bureau.session(CHAIR), NAME, other(bureau), " ")
    with refused_with("office.unknown_template"):
        put(bureau.session(CHAIR), "../office", other(bureau), "x")
    with refused_with("office.no_former_template"):
        templates.put_back(bureau.session(CHAIR), NAME, "0" * 64, "x")
    with refused_with("office.unknown_template"):
        templates.marked(bureau.settings, "0" * 16)


def test_what_was_found_clean_is_known_until_it_changes(bureau: Bureau) -> None:
    bureau.session()
    templates.check(bureau.settings, NAME)
    assert NAME in templates.known_clean(bureau.settings)
    path(bureau).write_bytes(other(bureau))
    assert NAME not in templates.known_clean(bureau.settings)
