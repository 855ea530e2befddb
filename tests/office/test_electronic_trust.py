"""Whom the office trusts: imported by the administrator alone, each root confirmed, each other thing proven."""

from __future__ import annotations

import json
from datetime import timedelta

import pytest

from pipeline.office.base.errors import NotYours
from pipeline.office.letters import trust
from pipeline.office.letters.errors_electronic import (
    FingerprintDiffers,
    NotATrustFile,
    NothingTrusted,
    NotTrusted,
    TrustUnreadable,
)
from pipeline.records.models import HistoryRow
from pipeline.signing.electronic_trust import Found, Kind
from tests.office.bureau import ADMIN, CHAIR, CLERK, OVERSEER, Bureau
from tests.signing import pki
from tests.signing.pki import NOW, revocation_list, usual


def whole(found: Found) -> str:
    """Type the fingerprint as an issuer prints it."""
    return trust.grouped(found.fingerprint)


def never(found: Found) -> str:
    raise AssertionError("nothing is to be typed")


def names(office: Bureau) -> list[tuple[Kind, str]]:
    return [(one.kind, one.fingerprint) for one in trust.kept(office.settings).trusted]


def test_a_chain_with_its_lists_is_imported_in_any_order(bureau: Bureau) -> None:
    files = [
        revocation_list(usual().issuer),
        usual().issuer.der,
        usual().root.pem,
        revocation_list(usual().root),
    ]
    added = trust.add(bureau.desk(ADMIN), files, whole)
    assert len(added) == 4
    kept = trust.kept(bureau.settings)
    assert [one.kind for one in kept.trusted] == [Kind.ROOT, Kind.ISSUER, Kind.LIST, Kind.LIST]
    assert kept.damaged == ()
    folder = bureau.settings.var / "trust"
    assert folder.stat().st_mode & 0o777 == 0o700
    assert {path.stat().st_mode & 0o777 for path in folder.iterdir()} == {0o600}
    acts = HistoryRow.objects.filter(verb="trust_add").order_by("pk")
    assert [act.account for act in acts] == [ADMIN] * 4
    assert json.loads(acts[0].detail)["fingerprint"] in {one.fingerprint for one in added}
    assert trust.add(bureau.desk(ADMIN), files, never) == [], "what is there already is passed over"


@pytest.mark.parametrize("typed", ["", "1234", "0" * 64, "f" * 15])
def test_a_root_is_taken_only_with_its_fingerprint_typed(bureau: Bureau, typed: str) -> None:
    with pytest.raises(FingerprintDiffers) as refused:
        trust.add(bureau.desk(ADMIN), [usual().root.der], lambda found: typed)
    assert trust.grouped(usual().root.fingerprint) in refused.value.text("id")
    assert names(bureau) == []


def test_sixteen_digits_of_the_fingerprint_are_enough_in_any_spelling(bureau: Bureau) -> None:
    given = ":".join(usual().root.fingerprint[at : at + 2] for at in range(0, 16, 2)).upper()
    trust.add(bureau.desk(ADMIN), [usual().root.der], lambda found: given)
    assert names(bureau) == [(Kind.ROOT, usual().root.fingerprint)]


def test_what_nobody_trusted_proves_is_refused_and_nothing_is_saved(bureau: Bureau) -> None:
    for files in (
        [usual().issuer.der],
        [revocation_list(usual().issuer)],
        [usual().root.der, revocation_list(usual().issuer)],
    ):
        with pytest.raises(NotTrusted, match="akarnya"):
            trust.add(bureau.desk(ADMIN), files, whole)
    assert names(bureau) == []
    assert not HistoryRow.objects.filter(verb="trust_add").exists()


def test_a_persons_certificate_and_what_is_out_of_its_days_are_refused(bureau: Bureau) -> None:
    late = pki.holder("Akar Lama", is_ca=True, until=NOW - timedelta(days=1))
    for data, word in (
        (usual().chair.der, "seseorang"),
        (late.der, "sudah lewat"),
        (revocation_list(usual().root, is_delta=True), "delta"),
    ):
        with pytest.raises(NotTrusted) as refused:
            trust.add(bureau.desk(ADMIN), [usual().root.der, data], whole)
        assert word in refused.value.text("id")
    assert names(bureau) == []


def test_other_files_are_refused_by_their_place(bureau: Bureau) -> None:
    for files in (
        [usual().root.der, b"halo"],
        [usual().root.der, b""],
        [usual().root.der, b"x" * (33 << 20)],
    ):
        with pytest.raises(NotATrustFile) as refused:
            trust.add(bureau.desk(ADMIN), files, whole)
        assert refused.value.fields == {"number": 2}


def test_a_newer_list_takes_the_place_of_an_older_and_never_the_other_way(bureau: Bureau) -> None:
    old = revocation_list(usual().root, since=NOW - timedelta(days=5))
    new = revocation_list(usual().root, since=NOW - timedelta(days=2))
    trust.add(bureau.desk(ADMIN), [usual().root.der, old], whole)
    (newer,) = trust.add(bureau.desk(ADMIN), [new], never)
    assert names(bureau) == [(Kind.ROOT, usual().root.fingerprint), (Kind.LIST, newer.fingerprint)]
    with pytest.raises(NotTrusted, match="lebih baru"):
        trust.add(bureau.desk(ADMIN), [old], never)
    (part,) = trust.add(
        bureau.desk(ADMIN), [revocation_list(usual().root, part="http://contoh.invalid/a")], never
    )
    assert (Kind.LIST, newer.fingerprint) in names(bureau), "a list for a part stands beside the whole one"
    assert (Kind.LIST, part.fingerprint) in names(bureau)


def test_only_the_administrator_changes_it_and_readers_may_see_it(bureau: Bureau) -> None:
    for account in (CLERK, CHAIR, OVERSEER):
        with pytest.raises(NotYours):
            trust.add(bureau.desk(account), [usual().root.der], whole)
        with pytest.raises(NotYours):
            trust.remove(bureau.desk(account), usual().root.fingerprint)
    assert trust.listed(bureau.desk(CHAIR)).trusted == ()
    with pytest.raises(NotYours):
        trust.listed(bureau.desk(OVERSEER))


def test_one_is_removed_by_the_beginning_of_its_fingerprint(bureau: Bureau) -> None:
    desk = bureau.desk(ADMIN)
    trust.add(desk, [usual().root.der], whole)
    for given in ("", "zz", "00" * 32):
        with pytest.raises(NothingTrusted):
            trust.remove(desk, given)
    assert trust.remove(desk, trust.grouped(usual().root.fingerprint)[:19]).kind is Kind.ROOT
    assert names(bureau) == []
    assert HistoryRow.objects.get(verb="trust_remove").subject == usual().root.fingerprint[:32]


def test_a_damaged_file_of_the_store_is_named_and_trusted_in_nothing(bureau: Bureau) -> None:
    desk = bureau.desk(ADMIN)
    trust.add(desk, [usual().root.der, usual().issuer.der], whole)
    folder = bureau.settings.var / "trust"
    root = folder / f"{usual().root.fingerprint}.json"
    root.write_text(root.read_text("utf-8").replace('"der": "M', '"der": "N'), "utf-8")
    (folder / "aneh.json").write_text("{", "utf-8")
    kept = trust.listed(desk)
    assert [one.kind for one in kept.trusted] == [Kind.ISSUER]
    assert set(kept.damaged) == {root.name, "aneh.json"}


def test_a_reader_that_dies_on_a_file_is_told_and_nothing_is_saved(
    bureau: Bureau, monkeypatch: pytest.MonkeyPatch
) -> None:
    from pipeline.kernel.walls import Limits
    from pipeline.signing import electronic_check

    monkeypatch.setattr(electronic_check, "_LIMITS", Limits(wall=0.01))
    with pytest.raises(TrustUnreadable):
        trust.add(bureau.desk(ADMIN), [usual().root.der], whole)
    assert names(bureau) == []
