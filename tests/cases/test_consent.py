"""To whom a letter passes something on, and what her consent allows."""

from pipeline.cases.consent import SHARE, forbidden


def test_each_institution_that_a_letter_names_needs_her_consent() -> None:
    named = {"referral": "Dinas Sosial", "cc": ("Polres Lanting", "RSUD Lanting; Camat")}
    assert forbidden(named) == ("Dinas Sosial", "Polres Lanting", "RSUD Lanting", "Camat")
    assert "Polres Lanting" not in forbidden({**named, SHARE: ("kepolisian",)})
