"""Both signed copies of the current revision are there, or it is said what is missing."""

from pipeline.signing.duplicate import Means, SignedCopy, prove


def copy(
    number: int, digest: str, means: Means = Means.SCAN, revision: int = 2, pages: int = 2
) -> SignedCopy:
    return SignedCopy(number, revision, means, digest, pages)


def test_both_copies_make_a_duplicate() -> None:
    proof = prove([copy(1, "a"), copy(2, "b"), copy(2, "b")], 2, 2)
    assert proof.is_complete
    assert proof.missing == ()


def test_what_is_missing_is_told() -> None:
    assert prove([], 2, 1).missing == (1, 2)
    assert prove([copy(1, "a")], 2, 2).missing == (2,)
    assert not prove([copy(1, "a")], 2, 2).is_complete


def test_copies_of_an_outdated_revision_do_not_count() -> None:
    assert prove([copy(1, "a", revision=1), copy(2, "b")], 2, 2).missing == (1,)


def test_copy_one_may_be_attested_and_copy_two_may_not() -> None:
    attested = copy(1, "", Means.ATTESTED, pages=0)
    assert prove([attested, copy(2, "b")], 2, 2).is_complete
    assert prove([copy(1, "a"), copy(2, "", Means.ATTESTED)], 2, 2).missing == (2,)


def test_one_file_for_both_copies_is_refused() -> None:
    proof = prove([copy(1, "a"), copy(2, "a")], 2, 2)
    assert not proof.is_complete
    assert "Satu berkas" in proof.problems[0].id


def test_one_wet_and_one_electronic_copy_are_refused() -> None:
    proof = prove([copy(1, "a"), copy(2, "b", Means.ELECTRONIC)], 2, 2)
    assert "elektronik" in proof.problems[0].id


def test_an_attested_copy_left_as_paper_so_an_electronic_one_beside_it_is_refused() -> None:
    attested, electronic = copy(1, "", Means.ATTESTED, pages=0), copy(2, "b", Means.ELECTRONIC)
    proof = prove([attested, electronic], 2, 2)
    assert not proof.is_complete
    assert "elektronik" in proof.problems[0].id
    itself = copy(1, "a", Means.ELECTRONIC)
    assert prove([attested, itself, electronic], 2, 2).is_complete, (
        "the file of copy 1 stands for the statement"
    )


def test_a_copy_short_of_a_page_is_told_until_a_whole_one_comes() -> None:
    short = [copy(1, "a"), copy(2, "b", pages=1)]
    assert "Salinan ke-2 kurang halaman" in prove(short, 2, 2).problems[0].id
    assert prove([*short, copy(2, "c")], 2, 2).is_complete
