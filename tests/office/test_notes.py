"""A note stands in the history with author and time, and its words are read by who opens the identities alone."""

from demo.answers import registration
from pipeline.office.cases import add_letter, notes, register
from pipeline.office.engine.perform import open_act, perform
from pipeline.office.overview import find
from pipeline.office.papers.forms_closing import handling_fields
from pipeline.records import cases, history
from tests.office.bureau import ARCHIVIST, CHAIR, CLERK, OFFICER, SCHOOL, Bureau, one_page
from tests.office.stages import FIRST
from tests.office.test_add_letter import LETTER
from tests.refused import refused_with

WORDS = {"reason": "Penelepon terdengar takut, hubungi hanya pagi hari."}


def told(bureau: Bureau, number: str, verb: str) -> list[tuple[str, str]]:
    """Return author and words of the notes of a case, as who opens its identities reads them."""
    acts = find.revealed(bureau.session(CHAIR), number, "untuk membaca catatan")["history"]
    return [(act["account"], act["detail"]["reason"]) for act in acts if act["verb"] == verb]


def test_a_note_on_a_case_is_read_with_its_identities_alone(registered: Bureau) -> None:
    with refused_with("office.not_yours"):
        perform(notes.write_note, registered.session(ARCHIVIST), FIRST, WORDS)
    perform(notes.write_note, registered.session(OFFICER), FIRST, WORDS)
    assert told(registered, FIRST, notes.NOTED) == [(OFFICER, WORDS["reason"])]
    shown = find.show(registered.session(), FIRST).plain
    assert notes.NOTED in [act["verb"] for act in shown["history"]]
    assert WORDS["reason"] not in str(shown)


def test_no_note_stands_in_the_handling_report(registered: Bureau) -> None:
    session = registered.session(OFFICER)
    before = handling_fields(session, cases.get(FIRST))["riwayat"]
    perform(notes.write_note, session, FIRST, WORDS)
    assert handling_fields(registered.session(OFFICER), cases.get(FIRST))["riwayat"] == before


def test_a_note_on_a_letter_goes_with_it_into_the_case_that_it_opens(bureau: Bureau) -> None:
    came = bureau.arrive(one_page("surat"))
    with refused_with("office.reason_needed"):
        perform(notes.note_arrival, bureau.session(CLERK), str(came.agenda), {})
    perform(notes.note_arrival, bureau.session(CLERK), str(came.agenda), WORDS)
    (typed,) = open_act(bureau.session(CLERK), notes.note_arrival, str(came.agenda)).shown.typed
    assert typed.id.endswith(f"{CLERK}: {WORDS['reason']}")
    given = registration(SCHOOL) | {register.NOT_A_DUPLICATE: True}
    number = perform(register.register_arrival, bureau.session(), came.id, given).case.number
    assert told(bureau, number, notes.NOTED_BEFORE) == [(CLERK, WORDS["reason"])]
    assert WORDS["reason"] not in str(find.show(bureau.session(), number).plain)
    with refused_with("office.not_waiting"):
        perform(notes.note_arrival, bureau.session(CLERK), str(came.agenda), WORDS)


def test_it_also_goes_into_the_case_to_which_the_letter_is_added(registered: Bureau) -> None:
    came = registered.arrive(one_page("lanjutan"))
    perform(notes.note_arrival, registered.session(CLERK), str(came.agenda), WORDS)
    assert history.of_subject(came.id)[-1].case == ""
    perform(add_letter.add_letter, registered.session(CLERK), FIRST, LETTER, str(came.agenda))
    assert told(registered, FIRST, notes.NOTED_BEFORE) == [(CLERK, WORDS["reason"])]
