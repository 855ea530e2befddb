"""A readable difference: which paragraph, which words; what cannot be seen is shown."""

from hypothesis import given
from hypothesis import strategies as st

from pipeline.letters.difference import Change, Kind, compare, likeness, visible
from pipeline.letters.text import EDGE

LETTER = """Nomor : 400.2/___
Yth. Ibu Tum
Kami sudah menerima surat Ibu pada tanggal 20 November 2026.
Petugas kami akan berkunjung.
Demikian kami sampaikan."""


def shown(changes: tuple[Change, ...]) -> list[str]:
    marks = {Kind.SAME: "{}", Kind.ADDED: "+{}+", Kind.REMOVED: "-{}-"}
    return [
        f"{change.place.id}|{change.kind}|"
        + " ".join(marks[piece.kind].format(piece.text) for piece in change.pieces)
        for change in changes
    ]


def test_equal_texts_have_no_difference_and_spaces_do_not_count() -> None:
    assert compare(LETTER, LETTER) == ()
    assert compare(LETTER, LETTER.replace("Ibu Tum", "Ibu \u00a0 Tum  ") + "\n\n") == ()
    assert likeness(LETTER, LETTER) == 1.0


def test_words_that_changed_are_marked_within_their_paragraph() -> None:
    after = LETTER.replace("akan berkunjung", "akan menelepon Ibu")
    assert shown(compare(LETTER, after)) == [
        "paragraf ke-4|changed|Petugas kami akan -berkunjung.- +menelepon Ibu.+"
    ]


def test_a_new_paragraph_is_added_and_a_lost_one_removed_in_its_place() -> None:
    after = LETTER.replace("Demikian", "Mohon membawa kartu pengenal.\nDemikian")
    assert shown(compare(LETTER, after)) == ["paragraf ke-5|added|+Mohon membawa kartu pengenal.+"]
    assert shown(compare(after, LETTER)) == ["sebelum paragraf ke-5|removed|-Mohon membawa kartu pengenal.-"]


def test_a_block_that_was_rewritten_is_paired_by_likeness() -> None:
    before = "satu dua tiga empat\nhilang sama sekali di sini\nlima enam tujuh delapan"
    after = "satu dua tiga lima\nlima enam tujuh sembilan\nbaru sama asingnya"
    assert [change.kind for change in compare(before, after)] == [
        Kind.CHANGED,
        Kind.REMOVED,
        Kind.CHANGED,
        Kind.ADDED,
    ]


def test_footers_repeated_by_the_editor_and_stamped_marks_are_no_difference() -> None:
    before = f"a\n{EDGE}\nPemerintah\nKONSEP – belum sah\nKasus 2026-0001\nHalaman 1 dari 1"
    after = f"a\n{EDGE}\nPemerintah\nPemerintah\nHalaman 1 dari 2"
    assert compare(before, after) == ()
    changed = compare(before, f"{after}\nTelepon rahasia")
    assert shown(changed) == ["kepala atau kaki halaman|added|+Telepon rahasia+"]


def test_signs_that_cannot_be_seen_are_shown_by_their_number() -> None:
    hidden = "Ibu\u202eTum\u200b\x9b31m"
    assert visible(hidden) == "Ibu⟨U+202E⟩Tum⟨U+200B⟩⟨U+009B⟩31m"
    (change,) = compare("Ibu Tum", hidden)
    assert "⟨U+202E⟩" in str(change.to_json())


def test_a_change_is_told_as_plain_values_in_either_language() -> None:
    (change,) = compare("satu dua", "satu tiga")
    assert change.to_json("en") == {
        "place": "paragraph 1",
        "kind": "changed",
        "pieces": [
            {"kind": "same", "text": "satu"},
            {"kind": "removed", "text": "dua"},
            {"kind": "added", "text": "tiga"},
        ],
    }


LINES = st.lists(st.text("abc de", min_size=1, max_size=12), max_size=6)


@given(LINES, LINES)
def test_every_word_of_both_texts_stands_in_the_difference_or_in_a_paragraph_that_stayed(
    before: list[str], after: list[str]
) -> None:
    changes = compare("\n".join(before), "\n".join(after))
    old = [" ".join(line.split()) for line in before if line.split()]
    new = [" ".join(line.split()) for line in after if line.split()]
    removed = sorted(
        w for c in changes for p in c.pieces if p.kind in (Kind.SAME, Kind.REMOVED) for w in p.text.split()
    )
    added = sorted(
        w for c in changes for p in c.pieces if p.kind in (Kind.SAME, Kind.ADDED) for w in p.text.split()
    )
    stayed_old = sorted(w for line in old for w in line.split())
    stayed_new = sorted(w for line in new for w in line.split())
    kept = len(stayed_old) - len(removed)
    assert kept == len(stayed_new) - len(added) >= 0
    assert (changes == ()) == (old == new)
