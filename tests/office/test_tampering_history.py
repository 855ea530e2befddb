"""Somebody changes the history or the access log by SQL: verify names it by the chain, by its seals and by the heads it left."""

import json
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from pipeline.intake.claim import claim
from pipeline.kernel import clock, ids
from pipeline.kernel.errors import NotDurable
from pipeline.office.base.session import who
from pipeline.office.keeping import verify_state
from pipeline.office.keeping.rebuild import rebuild
from pipeline.office.keeping.reconcile_history import History, Later, unexplained
from pipeline.office.keeping.reconcile_index import find_arrival
from pipeline.records import arrivals, boot, chain, history, index_rows
from pipeline.records.models import AccessRow, ArrivalRow, HistoryRow
from tests.office import damage
from tests.office.bureau import ARCHIVIST, CLERK, USER, Bureau, one_page
from tests.office.stages import FIRST, SECOND
from tests.office.tampered_rows import DATABASE, sql
from tests.office.test_tampering_rows import found

pytestmark = pytest.mark.backend
HISTORY, LOOKS = f"{DATABASE}: riwayat", f"{DATABASE}: catatan akses"
FIRST_OF_NO_CASE = "(SELECT min(id) FROM records_historyrow WHERE \"case\" = '' AND id > 1)"


@pytest.fixture
def looked(filed: Bureau) -> Bureau:
    """An office where three looks are sealed and a fourth is not yet."""
    session = filed.session(CLERK)
    for number in (FIRST, SECOND, FIRST):
        history.log_access(clock.now(), session.actor, "show", number)
    with boot.transact():
        chain.seal()
    history.log_access(clock.now(), session.actor, "show", SECOND)
    assert found(filed) == set()
    return filed


def looks(*numbers: int) -> list[int]:
    """Return the keys of looks by their place from the end."""
    keys = list(AccessRow.objects.order_by("-pk").values_list("pk", flat=True))
    return [keys[number] for number in numbers]


@pytest.mark.parametrize(
    ("sentences", "kind"),
    [
        ((f"DELETE FROM records_historyrow WHERE id = {FIRST_OF_NO_CASE}",), "missing"),
        ((f"UPDATE records_historyrow SET account = 'lain' WHERE id = {FIRST_OF_NO_CASE}",), "changed"),
        (
            (f"UPDATE records_historyrow SET detail = '{{\"x\": 1}}' WHERE id = {FIRST_OF_NO_CASE}",),
            "changed",
        ),
        (
            (
                f"UPDATE records_historyrow SET id = -1 WHERE id = {FIRST_OF_NO_CASE}",
                f"UPDATE records_historyrow SET id = {FIRST_OF_NO_CASE} - 1 WHERE id = {FIRST_OF_NO_CASE}",
            ),
            "changed",
        ),
        (("DELETE FROM records_historyrow WHERE id = (SELECT min(id) FROM records_historyrow)",), "changed"),
    ],
    ids=["deleted", "another actor", "what it told", "moved", "the first deleted"],
)
def test_an_act_of_no_case_that_is_tampered_with_is_named(
    looked: Bureau, sentences: tuple[str, ...], kind: str
) -> None:
    sql(*sentences)
    assert (kind, f"{HISTORY} baris #") in found(looked)
    assert {path for _, path in found(looked)} <= {f"{HISTORY} baris #", HISTORY}


def test_what_an_act_told_is_not_erased_as_if_its_case_had_been_destroyed(looked: Bureau) -> None:
    row = HistoryRow.objects.filter(case=FIRST).order_by("pk")[0]
    proof = chain.proof_of(row.salt, row.detail)
    sql(f"UPDATE records_historyrow SET detail = '{{}}', salt = '{proof}' WHERE id = {row.pk}")
    assert ("changed", f"{HISTORY} baris #") in found(looked)


@pytest.mark.parametrize(
    ("tamper", "named"),
    [
        (
            lambda: sql(f"DELETE FROM records_accessrow WHERE id = {looks(2)[0]}"),
            {("missing", f"{LOOKS} baris #")},
        ),
        (
            lambda: sql(f"UPDATE records_accessrow SET account = 'lain' WHERE id = {looks(2)[0]}"),
            {("changed", f"{LOOKS} baris #")},
        ),
        (
            lambda: sql(f"UPDATE records_accessrow SET account = 'lain' WHERE id = {looks(0)[0]}"),
            {("changed", f"{LOOKS} baris #")},
        ),
        (lambda: resigned(looks(2)[0]), {("changed", f"{LOOKS} baris #")}),
        (lambda: swapped(*looks(1, 2)), {("changed", f"{LOOKS} baris #")}),
        (
            lambda: sql(
                "DELETE FROM records_accessrow WHERE id >= (SELECT max(id) - 1 FROM records_accessrow)"
            ),
            {("missing", f"{LOOKS} baris #")},
        ),
    ],
    ids=["deleted", "another actor", "not sealed yet", "another actor with its digest", "order", "tail cut"],
)
def test_a_look_that_is_tampered_with_is_named_and_nothing_else(
    looked: Bureau, tamper: Callable[[], None], named: set[tuple[str, str]]
) -> None:
    tamper()
    assert found(looked) == named


def resigned(key: int) -> None:
    """Change who looked, and the digest of the row with it."""
    row = AccessRow.objects.filter(pk=key).values().get()
    digest = chain.look_digest({**row, "account": "lain"})
    sql(f"UPDATE records_accessrow SET account = 'lain', digest = '{digest}' WHERE id = {key}")


def swapped(look: int, other: int) -> None:
    """Let two looks change their places."""
    for key, new in ((look, -1), (other, look), (-1, other)):
        sql(f"UPDATE records_accessrow SET id = {new} WHERE id = {key}")


def test_a_history_linked_anew_is_told_by_the_heads_in_the_archive(looked: Bureau) -> None:
    sql(f"UPDATE records_historyrow SET account = 'lain' WHERE id = {FIRST_OF_NO_CASE}")
    linked_anew()
    assert {kind for kind, path in found(looked) if path == HISTORY} == {"changed"}


def test_when_the_chain_began_is_asked_once_and_not_of_each_case(
    on_file: None, looked: Bureau, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked = []
    monkeypatch.setattr(index_rows, "begun_at", lambda: asked.append(1))
    sql(f"UPDATE records_historyrow SET account = 'lain' WHERE id = {FIRST_OF_NO_CASE}")
    linked_anew()
    assert len([path for _, path in found(looked) if path == HISTORY]) == 1
    assert len(asked) <= 2, "once, and once more while nobody files"


def linked_anew() -> None:
    """Let each act follow from the one before it, whatever was done to it."""
    before = chain.GENESIS
    for row in list(HistoryRow.objects.order_by("pk").values()):
        before = chain.link(before, row)
        sql(f"UPDATE records_historyrow SET link = '{before}' WHERE id = {row['id']}")


@pytest.mark.parametrize("told", [{"found": 3, "looks": 0}, {"rebuilt": True}])
def test_a_history_linked_anew_is_no_better_for_saying_that_it_begins(
    looked: Bureau, told: dict[str, int]
) -> None:
    sql(f"UPDATE records_historyrow SET account = 'lain' WHERE id = {FIRST_OF_NO_CASE}")
    linked_anew()
    with boot.transact():
        chain.add([chain.own(chain.BEGIN, told)])
    assert {kind for kind, path in found(looked) if path == HISTORY} == {"changed"}


def test_the_tail_of_the_history_cut_off_is_told_by_the_newest_version(looked: Bureau) -> None:
    sql(
        "DELETE FROM records_historyrow WHERE id > (SELECT min(id) FROM records_historyrow WHERE \"case\" <> '')"
    )
    assert ("rolled_back", HISTORY) in found(looked)


def test_the_tail_after_the_last_version_is_told_by_the_last_check(looked: Bureau) -> None:
    session = looked.session(ARCHIVIST)
    verify_state.note(looked.settings, verify_state.check(session))
    sql("DELETE FROM records_historyrow WHERE id = (SELECT max(id) FROM records_historyrow)")
    assert found(looked) == {("rolled_back", HISTORY)}


def test_work_of_the_day_is_explained_by_its_acts(filed: Bureau) -> None:
    filed.receive(*filed.signed(SECOND)[:1])
    filed.register(1)
    assert found(filed) == set()


def test_what_acts_explain_is_read_while_others_write(filed: Bureau) -> None:
    arrival, read_alone = filed.arrive(one_page("surat")), []

    def read() -> arrivals.Arrival | None:
        read_alone.append(connection.in_atomic_block)
        return find_arrival(arrival.id)

    along = History({arrival.id: Later(read, unexplained("surat masuk", None), has_acts=True)})
    assert (list(along.walk()), read_alone) == ([], [False])
    ArrivalRow.objects.filter(pk=arrival.id).update(note="lain")
    along = History({arrival.id: Later(read, unexplained("surat masuk", None), has_acts=True)})
    assert [finding.kind.value for finding in along.walk()] == ["changed"]
    assert read_alone[1:] == [False, True]


def test_what_was_read_of_all_letters_is_never_held_at_once(filed: Bureau) -> None:
    with CaptureQueriesContext(connection) as asked:
        assert found(filed) == set()
    sentences = [query["sql"] for query in asked.captured_queries]
    assert any("records_arrivalrow" in sentence for sentence in sentences)
    assert not [sentence for sentence in sentences if '"reading"' in sentence and "WHERE" not in sentence]


def test_a_change_without_an_act_of_its_own_is_fixed_at_the_end_of_its_transaction(filed: Bureau) -> None:
    arrival = arrivals.of_case(FIRST)[0]
    with boot.transact():
        arrivals.change(arrival, pages=arrival.pages + 3)
    last = HistoryRow.objects.order_by("-pk").first()
    assert last is not None
    assert (last.verb, list(json.loads(last.marks))) == (chain.CHANGED, [arrival.id])


def test_a_column_of_a_later_version_changes_no_digest_until_it_is_filled(filed: Bureau) -> None:
    held = vars(arrivals.of_case(FIRST)[0])
    digest = chain.value_digest(held)
    for empty in ("", None, 0, {}, ()):
        assert chain.value_digest(held | {"later": empty}) == digest
    assert chain.value_digest(held | {"later": "x"}) != digest
    assert chain.value_digest(held | {"agenda": None}) != digest


def test_an_empty_access_log_and_one_that_is_sealed_get_no_second_seal(looked: Bureau) -> None:
    count = HistoryRow.objects.filter(verb=chain.SEAL).count()
    for _ in range(2):
        with boot.transact():
            chain.seal()
    assert HistoryRow.objects.filter(verb=chain.SEAL).count() == count + 1


def test_a_rebuild_begins_a_new_chain_and_says_so(looked: Bureau) -> None:
    boot.close()
    rebuild(looked.settings, who(looked.settings, USER, ARCHIVIST))
    first = HistoryRow.objects.order_by("pk").first()
    assert first is not None
    assert first.verb == chain.BEGIN
    session = looked.session(ARCHIVIST)
    done = verify_state.check(session)
    assert (done.findings, len(done.notes)) == ((), 1)
    assert "dibangun kembali" in done.notes[0].id


def test_a_rebuild_of_an_office_without_a_case_begins_a_new_chain_too(bureau: Bureau) -> None:
    bureau.arrive(one_page("surat"))
    verify_state.note(bureau.settings, verify_state.check(bureau.session(ARCHIVIST)))
    boot.close()
    rebuild(bureau.settings, who(bureau.settings, USER, ARCHIVIST))
    assert found(bureau) == set()


def test_a_document_whose_claim_is_open_is_on_its_way(in_folder: None, bureau: Bureau) -> None:
    claimed = ids.new_arrival_id(clock.now())
    (bureau.settings.arrivals / claimed).mkdir()
    assert found(bureau) == {("unexpected", f"../var/arrivals/{claimed}")}
    (bureau.settings.inbox / "surat.pdf").write_bytes(b"%PDF-1.4")
    claim(bureau.settings.inbox, "surat.pdf", claimed)
    assert found(bureau) == set()


def test_a_filing_that_was_begun_is_no_damage_and_advises_nothing(bureau: Bureau) -> None:
    damage.call_not_filed(bureau)
    (finding,) = bureau.verify()
    assert (finding.kind.value, finding.is_damage) == ("torn", False)
    assert "rangkap" not in finding.text()


def test_a_store_that_tells_the_chain_nothing_is_found_out(
    filed: Bureau, monkeypatch: pytest.MonkeyPatch
) -> None:
    arrival = arrivals.of_case(FIRST)[0]
    monkeypatch.setattr(chain, "changed", lambda *_: None)
    with boot.transact():
        arrivals.change(arrival, pages=arrival.pages + 3)
    assert found(filed) == {("changed", f"{DATABASE}: surat masuk {arrival.agenda}")}


def test_what_a_transaction_within_another_undoes_is_not_fixed(filed: Bureau) -> None:
    arrival, other = arrivals.of_case(FIRST)[:2]
    with boot.transact():
        arrivals.change(arrival, pages=arrival.pages + 3)
        with suppress(NotDurable), boot.transact():
            arrivals.change(other, pages=other.pages + 3)
            raise NotDurable(reason="uji")
    assert found(filed) == set()


def test_acts_looks_and_seals_of_many_at_once_make_one_chain(filed: Bureau) -> None:
    session = filed.session(CLERK)
    before = AccessRow.objects.count()

    def work(number: int) -> None:
        for turn in range(12):
            history.log_access(clock.now(), session.actor, "show", FIRST)
            with boot.transact():
                history.note(clock.now(), session.actor, "audit_export", subject=f"{number}-{turn}")
            chain.seal()
        boot.close()

    with ThreadPoolExecutor(4) as threads:
        list(threads.map(work, range(4)))
    assert AccessRow.objects.count() == before + 48
    assert HistoryRow.objects.filter(verb="audit_export").count() == 48
    assert HistoryRow.objects.filter(verb=chain.SEAL).count() > 1
    assert found(filed) == set()
