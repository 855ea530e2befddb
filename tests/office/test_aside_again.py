"""A scan that somebody put aside can be opened again, by matching it or by checking its signature once more."""

from datetime import timedelta

from pipeline.records import arrivals, letters
from pipeline.records.arrivals import ArrivalState
from tests.office.bureau import CLERK, OFFICER, Bureau, pdf_of, unsigned_pages
from tests.office.electronic_copies import exports, import_trust
from tests.office.matched import checked, match, put_aside
from tests.office.stages import FIRST
from tests.refused import refused_with
from tests.signing.pki import NOW, revocation_list, signed, usual

LETTER = f"{FIRST}-1"


def test_a_scan_that_was_put_aside_is_matched_after_all(approved: Bureau) -> None:
    (came,) = approved.receive(pdf_of(unsigned_pages(approved.printed(FIRST)[0])))
    code = arrivals.get(came.arrival).code
    put_aside(approved.session(CLERK), came.arrival, "salah lihat")
    after = match(approved.session(OFFICER), came.arrival, code, "tinta pudar, saya lihat sendiri")
    assert (after.state, letters.copies(LETTER)[0].arrival) == (ArrivalState.COPY, came.arrival)
    with refused_with("office.not_a_copy"):
        match(approved.session(OFFICER), came.arrival, code, "lagi")


def test_a_signed_file_that_was_put_aside_is_checked_again(approved: Bureau) -> None:
    cast, old = usual(), {"since": NOW - timedelta(days=9), "until": NOW + timedelta(days=1)}
    import_trust(approved, cast.root.pem, cast.issuer.der, revocation_list(cast.root))
    import_trust(approved, revocation_list(cast.issuer, [cast.chair], **old))
    export = exports(approved)[0]
    first, second = (approved.receive(signed(export, signer))[0] for signer in (cast.chair, cast.deputy))
    for item in (first.arrival, second.arrival):
        put_aside(approved.session(CLERK), item, "salah lihat")
    assert checked(approved.session(CLERK), second.arrival).state == ArrivalState.UNMATCHED
    put_aside(approved.session(CLERK), second.arrival, "tetap tidak")
    import_trust(approved, revocation_list(cast.issuer))
    assert checked(approved.session(CLERK), first.arrival).state == ArrivalState.COPY
    assert checked(approved.session(CLERK), second.arrival).state == ArrivalState.ASIDE, "it is replaced"
