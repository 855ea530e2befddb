"""Is a signed file still the export? Pages, annotations, forms, actions and words are compared."""

import io

import pikepdf
import pypdf
from pypdf.generic import ArrayObject, DictionaryObject, NameObject, TextStringObject

from pipeline.signing.electronic import Content, Verdict
from tests.signing.doctored import annotated, changed_later, resaved, with_form
from tests.signing.pki import signed, usual
from tests.signing.test_electronic_check import EXPORT, GOOD, chain, check, lists


def test_a_rewritten_export_is_compared_by_pages_and_words() -> None:
    again = signed(resaved(EXPORT), usual().chair)
    assert check(again, chain(), original=EXPORT).content is Content.SAME
    longer = io.BytesIO()
    with pikepdf.open(io.BytesIO(EXPORT)) as document:
        document.add_blank_page(page_size=(595, 842))
        document.save(longer)
    assert (
        check(signed(longer.getvalue(), usual().chair), chain(), original=EXPORT).content is Content.DIFFERENT
    )
    assert check(GOOD, chain(), original=b"%PDF-1.7 rusak").content is Content.DIFFERENT


def test_what_is_drawn_over_the_words_before_signing_is_a_difference_though_each_is_still_there() -> None:
    out = io.BytesIO()
    with pikepdf.open(io.BytesIO(EXPORT)) as document:
        drawn = document.pages[0].Contents
        drawn.write(drawn.read_bytes() + b"\nq 0 0 0 rg 60 700 200 40 re f Q")
        document.save(out)
    painted = signed(out.getvalue(), usual().chair)
    assert check(painted, chain(), original=EXPORT).content is Content.DIFFERENT


def test_a_large_mark_or_another_annotation_over_the_page_is_a_difference() -> None:
    small = signed(EXPORT, usual().chair, box=(50, 50, 200, 120))
    large = signed(EXPORT, usual().chair, box=(0, 0, 595, 842))
    assert check(small, chain(), prefix=len(EXPORT)).content is Content.SAME
    assert check(large, chain(), prefix=len(EXPORT)).content is Content.DIFFERENT
    noted = signed(annotated(EXPORT), usual().chair)
    assert check(noted, chain(), prefix=len(EXPORT)).content is Content.DIFFERENT


def test_a_mark_over_words_is_a_difference_and_one_over_blank_paper_is_none() -> None:
    over, beside = (60, 710, 140, 735), (60, 740, 140, 765)
    for box, content in ((over, Content.DIFFERENT), (beside, Content.SAME)):
        data = signed(EXPORT, usual().chair, box=box)
        assert check(data, chain(), prefix=len(EXPORT)).content is content


def test_a_form_put_in_before_signing_is_a_difference() -> None:
    for data in (with_form(EXPORT), with_form(EXPORT, XFA="<xml/>")):
        assert check(signed(data, usual().chair), chain(), prefix=len(EXPORT)).content is Content.DIFFERENT


def test_an_annotation_taken_away_before_signing_is_a_difference() -> None:
    noted = annotated(EXPORT)
    writer = pypdf.PdfWriter(io.BytesIO(noted), incremental=True)
    writer.pages[0][NameObject("/Annots")] = ArrayObject()
    out = io.BytesIO()
    writer.write(out)
    assert check(signed(noted, usual().chair), chain(), prefix=len(noted)).content is Content.SAME
    report = check(signed(out.getvalue(), usual().chair), chain(), prefix=len(noted))
    assert report.content is Content.DIFFERENT


def test_many_small_marks_are_not_small_together() -> None:
    twice = signed(EXPORT, usual().chair, box=(0, 0, 300, 300))
    assert check(twice, chain(), prefix=len(EXPORT)).content is Content.SAME
    twice = signed(twice, usual().chair, "Kedua", box=(0, 300, 300, 600))
    report = check(twice, chain(), prefix=len(EXPORT))
    assert (report.verdict, report.content) == (Verdict.VALID, Content.DIFFERENT)


def test_a_script_put_in_before_signing_is_a_difference() -> None:
    writer = pypdf.PdfWriter(io.BytesIO(EXPORT), incremental=True)
    script = {
        NameObject("/S"): NameObject("/JavaScript"),
        NameObject("/JS"): TextStringObject("app.alert(1)"),
    }
    writer.root_object[NameObject("/OpenAction")] = DictionaryObject(script)
    out = io.BytesIO()
    writer.write(out)
    report = check(signed(out.getvalue(), usual().chair), chain(), prefix=len(EXPORT))
    assert report.content is Content.DIFFERENT


def test_a_page_changed_before_signing_is_not_what_was_exported() -> None:
    report = check(signed(changed_later(EXPORT), usual().chair), chain(*lists()), prefix=len(EXPORT))
    assert (report.verdict, report.content) == (Verdict.VALID, Content.DIFFERENT)
