"""A scan of a printed letter is laid over its print: which page it is, what is lost of it, what ink was added."""

import io
import json
import random
from functools import cache

import img2pdf
import numpy as np
import pikepdf
import pytest
from PIL import Image, ImageDraw

from demo.ink import signature, stamp
from demo.sheet import Sheet, font
from demo.wear import office_scan, phone_photo
from pipeline.intake.inside import codes, jobs
from pipeline.intake.inside.printed import printed, zone_of
from pipeline.intake.likeness import PageLikeness, likeness_from_plain, page_from_plain
from pipeline.intake.reader import Reader
from pipeline.kernel.errors import Refusal
from pipeline.rendering.framing import pack
from pipeline.signing.sameness import Signing, judge
from tests.intake.papers import encoded, opened, sheet
from tests.intake.prints import NAME, print_pdf, rendered

CODE = "P2:2026-0042-3:1:K7QX4M2TVA"


def compared(pdf: bytes, scan: bytes, code: str = CODE) -> tuple[PageLikeness, ...]:
    """Compare the only page of ``scan`` with ``pdf``, as the child does."""
    args = {"page": 1, "name": NAME, "code": code, "megapixels": 120, "pages": 10}
    answer, _ = jobs.JOBS["compare"](io.BytesIO(pack([pdf, scan])), args)
    return likeness_from_plain([json.loads(answer)]).pages


def signed(page: Image.Image, *, pen: bool = True, seal: bool = False) -> Image.Image:
    """Return a page of 200 dpi with ink above the name, which stands 110 mm from the left, 215 mm down."""
    made, k = page.convert("RGB"), 200 / 25.4
    if seal:
        made.paste((88, 62, 150), (round(88 * k), round(190 * k)), stamp(round(36 * k), "PUSAT", "P2TP2A", 3))
    if pen:
        made.paste(
            (26, 40, 112), (round(112 * k), round(196 * k)), signature(round(44 * k), round(18 * k), 5)
        )
    return made


def test_a_signed_scan_is_the_page_and_bears_ink() -> None:
    pdf = print_pdf(CODE)
    (page,) = compared(pdf, office_scan(signed(rendered(pdf)[0]), 1.1, 4))
    assert (page.page, page.lost, page.gone, page.outside, page.is_blank) == (1, 0, 0, 0, False)
    assert page.share > 0.9
    assert page.ink is not None
    assert judge(page.ink) is Signing.SIGNED


def test_an_unsigned_scan_bears_none_and_a_stamp_alone_is_told() -> None:
    pdf = print_pdf(CODE)
    bare = rendered(pdf)[0]
    for page, expected in (
        (bare, Signing.UNSIGNED),
        (signed(bare, pen=False, seal=True), Signing.STAMP_ALONE),
    ):
        (likeness,) = compared(pdf, office_scan(page.convert("RGB"), -0.8, 6))
        assert likeness.ink is not None
        assert judge(likeness.ink) is expected


@pytest.mark.parametrize("turn", [90, 180, 270])
def test_a_page_laid_in_another_way_is_met(turn: int) -> None:
    pdf = print_pdf(CODE)
    page = signed(rendered(pdf)[0]).rotate(turn, expand=True)
    (likeness,) = compared(pdf, encoded(page, "JPEG", quality=60, dpi=(200, 200)))
    assert (likeness.page, likeness.lost) == (1, 0)
    assert likeness.ink is not None
    assert judge(likeness.ink) is Signing.SIGNED


def test_a_photo_on_a_table_is_met() -> None:
    pdf = print_pdf(CODE)
    page = signed(rendered(pdf)[0])
    photo = phone_photo(page.resize((page.width * 2, page.height * 2)), 8)
    (likeness,) = compared(pdf, photo)
    assert (likeness.page, likeness.lost) == (1, 0)
    assert likeness.ink is not None
    assert judge(likeness.ink) is Signing.SIGNED


def test_a_page_whose_code_is_gone_is_met_by_its_edges() -> None:
    pdf = print_pdf(CODE)
    page = signed(rendered(pdf)[0])
    k = 200 / 25.4
    ImageDraw.Draw(page).rectangle([160 * k, 255 * k, 205 * k, 292 * k], fill="white")
    (likeness,) = compared(pdf, office_scan(page, 0.7, 9))
    assert (likeness.page, likeness.gone) == (1, 0)
    upside = encoded(page.rotate(180), "JPEG", dpi=(200, 200))
    (likeness,) = compared(pdf, upside)
    assert likeness.page == 1


def test_another_text_and_a_changed_word_are_lost_words() -> None:
    pdf = print_pdf(CODE)
    other = signed(rendered(print_pdf(CODE, "Dengan ini kami menolak seluruh permohonan yang diajukan. "))[0])
    (likeness,) = compared(pdf, office_scan(other, 0.5, 2))
    assert likeness.page == 0 or likeness.lost > 0.25 * likeness.words
    page = signed(rendered(pdf)[0])
    k = 200 / 25.4
    ImageDraw.Draw(page).rectangle([60 * k, 60 * k, 80 * k, 76 * k], fill="black")
    (likeness,) = compared(pdf, office_scan(page, 0.5, 2))
    assert 2 <= likeness.lost < 0.25 * likeness.words


def test_half_a_page_and_a_blank_one_are_told() -> None:
    pdf = print_pdf(CODE)
    page = signed(rendered(pdf)[0])
    half = page.crop((0, page.height // 2, page.width, page.height))
    (likeness,) = compared(pdf, encoded(half, "JPEG", dpi=(200, 200)))
    assert (likeness.page, likeness.outside > 10) == (1, True)
    (likeness,) = compared(pdf, encoded(Image.new("L", (1654, 2339), 250), "JPEG", dpi=(200, 200)))
    assert likeness.is_blank


def test_pages_of_a_letter_are_told_apart_in_any_order(reader: Reader) -> None:
    pdf = print_pdf(CODE, pages=2)
    first, second = (office_scan(signed(page, pen=n == 1), 0.4, n) for n, page in enumerate(rendered(pdf)))
    scan = img2pdf.convert([second, first], nodate=True)
    with opened(scan) as handle:
        likeness = reader.likeness(handle, pdf, NAME, CODE)
    assert [page.page for page in likeness.pages] == [2, 1]
    assert likeness.printed == 2
    assert [page.ink is not None for page in likeness.pages] == [True, False]


def test_a_fold_and_dust_are_no_signature() -> None:
    pdf = print_pdf(CODE)
    page = rendered(pdf)[0].convert("RGB")
    pen, k = ImageDraw.Draw(page), 200 / 25.4
    pen.line([0, 203 * k, page.width, 205 * k], fill=(120, 120, 120), width=3)
    pen.line([130 * k, 0, 131 * k, page.height], fill=(60, 60, 60), width=2)
    draw = random.Random(3)
    for _ in range(200):
        x, y = draw.uniform(0, page.width), draw.uniform(0, page.height)
        pen.ellipse([x, y, x + 4, y + 3], fill=(90, 90, 90))
    (likeness,) = compared(pdf, office_scan(page, 1.0, 3))
    assert likeness.ink is not None
    assert judge(likeness.ink) is not Signing.SIGNED


def test_the_place_of_the_signature_is_found_by_the_name_or_by_the_gap() -> None:
    (page,) = printed(io.BytesIO(print_pdf(CODE)), NAME)
    (other,) = printed(io.BytesIO(print_pdf(CODE)), "Nama Lain")
    assert page.zone is not None
    assert page.zone == other.zone
    left, top, right, bottom = (
        round(end * 25.4 / 150) for end in (page.zone.left, page.zone.top, page.zone.right, page.zone.bottom)
    )
    assert 95 < left < 110 < right < 210
    assert 180 < top < 200 < 210 < bottom < 222
    assert zone_of([], NAME, 1000) is None


def test_what_is_no_print_cannot_be_compared(reader: Reader) -> None:
    with opened(encoded(Image.new("L", (800, 1100), 255), "PNG")) as scan, pytest.raises(Refusal):
        reader.likeness(scan, b"%PDF-1.4 nothing", NAME, CODE)


def test_values_from_the_child_are_forced_into_their_types() -> None:
    plain = {
        "is_blank": 0,
        "page": "1",
        "share": "0.5",
        "words": 3.0,
        "lost": 0,
        "gone": 0,
        "outside": 0,
        "ink": None,
    }
    assert page_from_plain(plain) == PageLikeness(False, 1, 0.5, 3, 0, 0, 0, None)


@cache
def page_with_code() -> Image.Image:
    return rendered(print_pdf(CODE))[0].convert("L")


def test_a_code_too_faint_for_the_first_look_is_found_by_the_hunt() -> None:
    small = page_with_code().resize((580, 820), Image.Resampling.BILINEAR)
    assert codes.hunt(small.resize((1240, 1754), Image.Resampling.BICUBIC)) == (CODE,)
    assert codes.hunt(Sheet().image.reduce(3)) == ()


def test_a_code_that_is_seen_and_not_read_is_told() -> None:
    page = page_with_code()
    assert not codes.look(page).is_hard
    place = codes.corners_of(page)
    assert place is not None
    x, y = place.mean(axis=0)
    ImageDraw.Draw(hurt := page.copy()).rectangle([x - 32, y - 32, x + 32, y + 32], fill=255)
    seen = codes.look(hurt)
    assert (seen.payloads, seen.is_hard) == ((), True)
    assert codes.corners_of(hurt) is None


def test_a_blank_page_is_told_from_one_with_a_line_of_text() -> None:
    sheet = Sheet()
    assert codes.is_empty(sheet.image)
    sheet.write(30, 100, "Dengan hormat kami sampaikan", font("serif", 11.5))
    assert not codes.is_empty(sheet.image)


def test_a_foreign_page_is_none_of_ours_and_a_print_with_nothing_on_it_meets_nothing() -> None:
    foreign = encoded(sheet().reduce(2), "JPEG", dpi=(150, 150))
    (likeness,) = compared(print_pdf(CODE), foreign)
    assert likeness.page == 0 or likeness.lost > 0.5 * likeness.words
    out = io.BytesIO()
    with pikepdf.new() as document:
        document.add_blank_page(page_size=(595, 842))
        document.save(out)
    assert compared(out.getvalue(), foreign) == (PageLikeness(False),)


def test_a_hard_shadow_that_looks_like_the_edge_of_the_sheet_misleads_nobody() -> None:
    pdf = print_pdf(CODE)
    page = signed(rendered(pdf)[0])
    photo = Image.open(io.BytesIO(phone_photo(page.resize((page.width * 2, page.height * 2)), 8))).reduce(2)
    values = np.asarray(photo, np.float32).copy()
    values[:, 900:] *= 0.55
    shaded = Image.fromarray(values.astype(np.uint8))
    (likeness,) = compared(pdf, encoded(shaded, "JPEG", quality=80))
    assert (likeness.page, likeness.ink is not None) == (1, True)
