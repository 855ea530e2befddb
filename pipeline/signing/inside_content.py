"""In the sandbox: is a signed PDF still the export it claims to be, and does its mark hide anything?

A signature may add its field and widget (at most a quarter of the page), permissions, validation data and
metadata. Its mark may stand in the signature block and over blank paper only.
"""

import io
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from hashlib import sha256
from typing import Any, NamedTuple, cast

import pypdfium2
from pyhanko.pdf_utils import generic
from pyhanko.pdf_utils.reader import PdfFileReader

from pipeline.signing.electronic import Content

_CLOSING, _FOOT = "Demikian", "Salinan ke-"
_TOUCH = 1.0


class Box(NamedTuple):
    """In points, from the lower left corner."""

    left: float
    low: float
    right: float
    high: float


def box_of(rectangle: Iterable[object]) -> Box:
    """Put the corners of a PDF rectangle in order. Raises ValueError, TypeError."""
    x0, y0, x1, y1 = (float(str(number)) for number in rectangle)
    return Box(min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1))


def hides(page: pypdfium2.PdfPage, marks: Iterable[Box]) -> bool:
    """``marks`` over pictures, or words outside of the signature block."""
    text = page.get_textpage()
    lines = [Box(*text.get_rect(number)) for number in range(text.count_rects())]
    texts = [(box, text.get_text_bounded(*box).strip()) for box in lines]
    top = min((box.low for box, words in texts if words.startswith(_CLOSING)), default=0.0)
    foot = max((box.high for box, words in texts if words.startswith(_FOOT)), default=0.0)
    kept = [box for box in lines if not foot < box.low < box.high <= top]
    kept += [
        box_of(image.get_bounds()) for image in page.get_objects(filter=[pypdfium2.raw.FPDF_PAGEOBJ_IMAGE])
    ]
    return any(
        min(mark.right, box.right) - max(mark.left, box.left) > _TOUCH
        and min(mark.high, box.high) - max(mark.low, box.low) > _TOUCH
        for mark in marks
        for box in kept
    )


_ADDED_BY_SIGNING = frozenset(
    {"/AcroForm", "/DSS", "/Extensions", "/MarkInfo", "/Metadata", "/Pages", "/Perms", "/StructTreeRoot", "/Version"}
)  # fmt: skip
_OF_PAGE = ("/Contents", "/Resources", "/MediaBox", "/CropBox", "/Rotate", "/AA", "/UserUnit", "/Group")
_INHERITED = ("/Resources", "/MediaBox", "/CropBox", "/Rotate")
_OF_STREAM = frozenset({"/Length", "/Filter", "/DecodeParms"})
_LARGEST_MARK = 0.25


def compare(document: bytes, original: bytes) -> Content:
    """SAME or DIFFERENT, also where nothing can be compared. Raises MemoryError alone."""
    try:
        before, after = (PdfFileReader(io.BytesIO(data), strict=True) for data in (original, document))
        same = (
            _catalog(before) == _catalog(after)
            and list(map(_page, _pages(before))) == list(map(_page, _pages(after)))
            and _only_signed(before, after)
            and _words(document) == _words(original)
            and not _is_hidden(before, after, original)
        )
    except MemoryError:
        raise
    except Exception:  # noqa: BLE001 - any kind of error leaves a parser of foreign bytes
        return Content.DIFFERENT
    return Content.SAME if same else Content.DIFFERENT


def _words(data: bytes) -> list[list[str]]:
    with pypdfium2.PdfDocument(data) as pdf:
        return [page.get_textpage().get_text_range().split() for page in pdf]


def _is_hidden(before: PdfFileReader, after: PdfFileReader, original: bytes) -> bool:
    with pypdfium2.PdfDocument(original) as pdf:
        return any(
            hides(
                page,
                [box_of(annotation["/Rect"]) for annotation in _added(old, new) if "/Rect" in annotation],
            )
            for page, old, new in zip(pdf, _pages(before), _pages(after), strict=True)
        )


def _catalog(reader: PdfFileReader) -> dict[str, str]:
    root, memory = reader.root, dict[Any, str]()
    return {
        name: _digest(root.raw_get(name), memory) for name in sorted(root) if name not in _ADDED_BY_SIGNING
    }


def _pages(reader: PdfFileReader) -> Iterator[dict[str, Any]]:
    # A tree that turns back on itself ends with RecursionError
    yield from _below(reader.root["/Pages"], {})


def _below(node: Mapping[str, Any], above: dict[str, Any]) -> Iterator[dict[str, Any]]:
    own = above | {name: node[name] for name in _INHERITED if name in node}
    if "/Kids" in node:
        for kid in node["/Kids"]:
            yield from _below(kid.get_object(), own)
    else:
        yield own | {name: node[name] for name in (*_OF_PAGE, "/Annots") if name in node}


def _page(page: Mapping[str, Any]) -> list[str]:
    memory = dict[Any, str]()  # one for all of a page
    return [_digest(page.get(name), memory) for name in _OF_PAGE]


def _only_signed(before: PdfFileReader, after: PdfFileReader) -> bool:
    form = _at(after.root, "/AcroForm", {})
    return (
        "/XFA" not in form
        and all(_is_signature(field.get_object()) for field in _at(form, "/Fields", ()))
        and all(_only_marked(old, new) for old, new in zip(_pages(before), _pages(after), strict=True))
    )


def _only_marked(old: Mapping[str, Any], new: Mapping[str, Any]) -> bool:
    known, now = _annotations(old), _annotations(new)
    if Counter(digest for digest, _ in known) - Counter(digest for digest, _ in now):
        return False
    added = _added(old, new)
    marked = sum(_area(_at(annotation, "/Rect", (0, 0, 0, 0))) for annotation in added)
    return all(map(_is_signature, added)) and marked <= _LARGEST_MARK * _area(new["/MediaBox"])


def _added(old: Mapping[str, Any], new: Mapping[str, Any]) -> list[Mapping[str, Any]]:
    known = {digest for digest, _ in _annotations(old)}
    return [annotation for digest, annotation in _annotations(new) if digest not in known]


def _annotations(page: Mapping[str, Any]) -> list[tuple[str, Mapping[str, Any]]]:
    memory = dict[Any, str]()
    annotations = [reference.get_object() for reference in _at(page, "/Annots", ())]
    return [
        (
            _digest(
                {name: annotation.raw_get(name) for name in annotation if name not in ("/P", "/Parent")},
                memory,
            ),
            annotation,
        )
        for annotation in annotations
    ]


def _is_signature(field: Mapping[str, Any]) -> bool:
    return (
        _at(field, "/FT", "") == "/Sig" and "/Kids" not in field and "/AA" not in field and "/A" not in field
    )


def _at(value: Mapping[str, Any], name: str, default: Any) -> Any:
    try:
        return value[name]
    except KeyError:
        return default


def _area(box: Any) -> float:
    left, low, right, high = (float(edge) for edge in box)
    return abs(right - left) * abs(high - low)


def _digest(value: Any, memory: dict[Any, str]) -> str:
    # Digest of ``value`` and all it leads to, except pages, which are compared one by one
    if isinstance(value, generic.IndirectObject):
        reference = (value.idnum, value.generation)
        if reference not in memory:
            memory[reference] = "turns back"
            memory[reference] = _digest(cast(Any, value).get_object(), memory)
        return memory[reference]
    if isinstance(value, generic.StreamObject):
        return sha256(f"{_dictionary(value, memory, _OF_STREAM)}:{_data(value)}".encode()).hexdigest()
    if isinstance(value, dict):
        is_page = _at(value, "/Type", "") in ("/Page", "/Pages")
        return "page" if is_page else sha256(_dictionary(value, memory).encode()).hexdigest()
    if isinstance(value, list):
        return sha256("\n".join(_digest(part, memory) for part in value).encode()).hexdigest()
    if not isinstance(value, generic.PdfObject):
        return "nothing"
    written = io.BytesIO()
    value.write_to_stream(written, None)
    return written.getvalue().hex()


def _dictionary(value: dict[str, Any], memory: dict[Any, str], but: frozenset[str] = frozenset()) -> str:
    raw = value.raw_get if isinstance(value, generic.DictionaryObject) else value.__getitem__
    return "\n".join(f"{name} {_digest(raw(name), memory)}" for name in sorted(value) if name not in but)


def _data(stream: generic.StreamObject) -> str:
    try:
        return sha256(stream.data).hexdigest()
    except MemoryError:
        raise
    except Exception:  # noqa: BLE001 - as above
        return f"{_at(stream, '/Filter', '')!r} {sha256(stream.encoded_data).hexdigest()}"
