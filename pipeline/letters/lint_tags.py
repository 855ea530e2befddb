"""The tags of a template, one by one: are they closed, spelt, alone where they must be, and do they pair up?

Each paragraph is read by itself, as a person sees it in Word, so that every fault has its paragraph
and one does not hide the next; Jinja's own parser stops at the first and counts lines of XML.
"""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from lxml import etree

from pipeline.kernel.errors import Text
from pipeline.letters import package
from pipeline.letters.lint_flaw import Flaw, Place, flaw
from pipeline.letters.lint_paragraphs import Paragraph, text_of

_W = f"{{{package.W}}}"


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


TAG = re.compile(r"\{\{.*?\}\}|\{%.*?%\}|\{#.*?#\}")
_DELIMITER = re.compile(r"\{\{|\{%|\{#|\}\}|%\}|#\}")
_CLOSES = {"{{": "}}", "{%": "%}", "{#": "#}"}
_KNOWN = ("if", "elif", "else", "endif", "for", "endfor")
_OPENS = {"if": "endif", "for": "endfor"}
_WITHIN = {"elif": "if", "else": "if"}
_FORBIDDEN = _words(
    "set include import from extends macro call block autoescape raw filter with do continue break trans debug "
    "endset endmacro endcall endblock endautoescape endraw endfilter endwith"
)
_CELLS = frozenset(("colspan", "cellbg", "vm", "hm"))
_ROOMS = {
    "p": Text("paragraf", "paragraph"), "tr": Text("baris tabel", "table row"), "tc": Text("sel tabel", "table cell"),
}  # fmt: skip
_LOST = tuple(
    f"{_W}{name}" for name in ("drawing", "pict", "sectPr", "footnoteReference", "endnoteReference")
)
_ODD_QUOTES = re.compile("[„‟‚‛«»″′`´]")
_CURLY = str.maketrans({"“": '"', "”": '"', "‘": "'", "’": "'", "\u00a0": " "})
_LIKE_THIS = Text("Tulis seperti {{{{ hal }}}} atau {{% if hal %}} … {{% endif %}}.",
                  "Write it like {{{{ hal }}}} or {{% if hal %}} … {{% endif %}}.")  # fmt: skip


@dataclass(frozen=True)
class Tag:
    """One tag: ``kind`` ("{{" or "{%"), its ``word`` ("if", … or ""), the ``rest`` of it, where it stands.

    ``sort`` is "p", "tr" or "tc" where its whole paragraph, row or cell vanishes; ``room`` is the cell,
    row, table, box or part within which a block must end.
    """

    kind: str
    word: str
    rest: str
    sort: str
    place: Place
    room: etree._Element | None = field(default=None, compare=False)


def scan(paragraphs: Iterable[Paragraph]) -> tuple[list[Tag], list[Flaw]]:
    """Return the tags that can be read, in order, and what is wrong with the others and with their pairs."""
    tags: list[Tag] = []
    found: list[Flaw] = []
    for one in paragraphs:
        if "{" in one.text or "}" in one.text:
            for piece in _pieces(one):
                (tags if isinstance(piece, Tag) else found).append(piece)  # type: ignore[arg-type]
    return tags, [*found, *_pairs(tags)]


def _pieces(one: Paragraph) -> Iterator[Tag | Flaw]:
    """Yield each tag of a paragraph, or what is wrong with it."""
    at = 0
    is_broken = False
    bare: list[str] = []
    marks = list(_DELIMITER.finditer(one.text))
    while marks:
        mark = marks.pop(0)
        bare.append(one.text[at : mark.start()])
        at = mark.end()
        opener = mark.group()
        is_broken = is_broken or opener not in _CLOSES or not marks or marks[0].group() != _CLOSES[opener]
        if opener not in _CLOSES:
            yield flaw("stray-close", Text("“{mark}” tanpa pembuka.", "“{mark}” without its opening."), _LIKE_THIS,
                       one.place, mark=opener)  # fmt: skip
        elif not marks or marks[0].group() in _CLOSES:
            yield flaw("not-closed", Text("“{mark}” tidak ditutup dengan “{close}” dalam paragraf ini.",
                                          "“{mark}” is not closed by “{close}” in this paragraph."),
                       _LIKE_THIS, one.place, mark=one.text[mark.start() : mark.start() + 20],
                       close=_CLOSES[opener])  # fmt: skip
        else:
            close = marks.pop(0)
            inner, at = one.text[at : close.start()], close.end()
            if close.group() != _CLOSES[opener]:
                yield flaw("wrong-close", Text("dibuka dengan “{mark}” tetapi ditutup dengan “{close}”.",
                                               "opened by “{mark}” but closed by “{close}”."),
                           _LIKE_THIS, one.place, mark=opener, close=close.group())  # fmt: skip
            else:
                outside = one.text[: mark.start()] + one.text[close.end() :]
                yield from _tag(opener, inner, not outside.strip(), one)
    bare.append(one.text[at:])
    if not is_broken and re.search(r"[{}]", "".join(bare)):
        yield flaw("single-brace", Text("ada kurung kurawal tunggal; tanda isian memakai dua.",
                                        "there is a single brace; a tag has two."), _LIKE_THIS, one.place)  # fmt: skip


def _tag(opener: str, inner: str, is_alone: bool, one: Paragraph) -> Iterator[Tag | Flaw]:
    """Yield a tag whose ends are right, or what is wrong inside it."""
    if odd := _ODD_QUOTES.search(inner):
        yield flaw("quotes", Text("tanda kutip “{mark}” di dalam tanda isian tidak dikenal.",
                                  "the quote “{mark}” inside a tag is not known."),
                   Text('Pakai tanda kutip lurus ("…").', 'Use straight quotes ("…").'), one.place,
                   mark=odd.group())  # fmt: skip
        return
    text = inner.translate(_CURLY)
    prefix = re.match(r"(tr|tc|r|p)\s", text)
    if opener != "{%":
        yield from _value_tag(opener, text, prefix, one)
        return
    sort = prefix.group(1) if prefix else ""
    if sort and inner[len(sort)] != " ":
        yield flaw("odd-space", Text("setelah {{%{sort} bukan spasi biasa.", "after {{%{sort} there is no plain space."),
                   Text("Hapus jarak itu dan ketik satu spasi.", "Remove it and type one space."), one.place, sort=sort)  # fmt: skip
    if sort in _ROOMS:
        yield from _placement(sort, one, is_alone=is_alone)
    body = text[len(sort) :].strip().strip("-+").strip()
    word, _, rest = body.partition(" ")
    yield from _statement(word.strip(), rest.strip(), sort, one)


def _placement(sort: str, one: Paragraph, *, is_alone: bool) -> Iterator[Flaw]:
    """Say where a tag that takes its paragraph, row or cell with it would take something else along."""
    room = _around(sort, one)
    names = _ROOMS[sort]
    if room is None:
        yield flaw("no-table", Text("{{%{sort} …%}} hanya dipakai di dalam tabel.", "{{%{sort} …%}} is used in a table only."),
                   Text("Pakai {{%p … %}}, atau taruh di dalam tabel.", "Use {{%p … %}}, or put it into a table."), one.place,
                   sort=sort)  # fmt: skip
    elif not is_alone or _text_within(room) != one.text.strip():
        yield flaw("not-alone", Text("{{%{sort} …%}} harus sendirian dalam {name}; teks lain di situ akan hilang.",
                                     "{{%{sort} …%}} must stand alone in its {name_en}; other text there would be lost."),
                   Text("Pindahkan ke {name} tersendiri, atau pakai {{% … %}} tanpa {sort}.",
                        "Put it into a {name_en} of its own, or use {{% … %}} without {sort}."), one.place, sort=sort,
                   name=names.id, name_en=names.en)  # fmt: skip
    elif next(room.iter(*_LOST), None) is not None:
        yield flaw("with-picture", Text("{{%{sort} …%}} berbagi tempat dengan gambar atau pergantian bagian, yang akan hilang.",
                                        "{{%{sort} …%}} shares its place with a picture or a section break, which would be lost."),
                   Text("Pindahkan gambar atau pergantian bagian itu ke paragraf lain.",
                        "Move the picture or break to another paragraph."), one.place, sort=sort)  # fmt: skip


def _around(sort: str, one: Paragraph) -> etree._Element | None:
    """Return the paragraph, row or cell that a tag takes with it; ``None`` where there is none."""
    if sort == "p":
        return one.element
    room = next(one.element.iterancestors(f"{_W}{sort}"), None)
    return None if room is None or room.find(f".//{_W}tbl") is not None else room


def _text_within(room: etree._Element) -> str:
    if room.tag == f"{_W}p":
        return text_of(room).strip()
    return "".join(text_of(one) for one in room.iter(f"{_W}p")).strip()


def _value_tag(opener: str, text: str, prefix: re.Match[str] | None, one: Paragraph) -> Iterator[Tag | Flaw]:
    if prefix:
        yield flaw("value-prefix", Text("{{{{{mark} …}}}} tidak dipakai; isian akan merusak paragrafnya.",
                                        "{{{{{mark} …}}}} is not used; the value would break its paragraph."),
                   _LIKE_THIS, one.place, mark=prefix.group(1))  # fmt: skip
    elif opener == "{{" and not text.strip():
        yield flaw("empty-tag", Text("tanda isian kosong.", "an empty tag."), _LIKE_THIS, one.place)
    elif opener == "{{":
        yield Tag(opener, "", text.strip().strip("-+").strip(), "", one.place, one.room)


def _statement(word: str, rest: str, sort: str, one: Paragraph) -> Iterator[Tag | Flaw]:
    if word in _KNOWN:
        around = _around(sort, one) if sort in {"tr", "tc"} else None
        yield Tag("{%", word, rest, sort, one.place, one.room if around is None else around.getparent())
        return
    if word in _CELLS:
        yield from _cell(word, rest, one)
    elif word in _FORBIDDEN:
        yield flaw("forbidden", Text("perintah “{word}” tidak diizinkan dalam templat.",
                                     "the command “{word}” is not allowed in a template."),
                   Text("Hapus; yang boleh hanya if, elif, else, endif, for, endfor.",
                        "Remove it; only if, elif, else, endif, for, endfor are allowed."), one.place, word=word)  # fmt: skip
    else:
        glued = re.fullmatch(rf"(p|tr|tc)({'|'.join(_KNOWN)})", word)
        near = [" ".join(glued.groups())] if glued else difflib.get_close_matches(word, _KNOWN, 1, 0.5)
        hint = (
            Text(f" Mungkin maksudnya “{near[0]}”?", f" Did you mean “{near[0]}”?") if near else Text("", "")
        )
        yield flaw("unknown-word", Text("perintah “{word}” tidak dikenal.{hint}", "the command “{word}” is unknown.{hint_en}"),
                   Text("Yang dikenal: if, elif, else, endif, for, endfor.", "Known: if, elif, else, endif, for, endfor."),
                   one.place, word=word[:30], hint=hint.id, hint_en=hint.en)  # fmt: skip


def _cell(word: str, rest: str, one: Paragraph) -> Iterator[Tag | Flaw]:
    """Yield what a tag for a cell (colspan, cellbg, vm, hm) asks for, or that there is no cell."""
    if next(one.element.iterancestors(f"{_W}tc"), None) is None:
        yield flaw("no-table", Text("“{word}” hanya dipakai di dalam sel tabel.", "“{word}” is used in a table cell only."),
                   Text("Hapus, atau taruh di dalam sel.", "Remove it, or put it into a cell."), one.place, word=word)  # fmt: skip
    elif word in {"colspan", "cellbg"}:
        yield Tag("{{", "", rest, "", one.place, one.room)
    else:
        yield Tag("{%", word, rest, "", one.place, one.room)


def _pairs(tags: Iterable[Tag]) -> Iterator[Flaw]:
    """Yield blocks that do not pair up, cross into another cell, or whose ends are not of one kind."""
    opened: list[Tag] = []
    for tag in tags:
        if tag.word in _OPENS:
            opened.append(tag)
        elif tag.word in _CELLS:
            if not any(one.word == "for" for one in opened):
                yield flaw("no-loop", Text("“{word}” hanya dipakai di dalam pengulangan.", "“{word}” is used within a loop only."),
                           Text("Hapus, atau taruh di antara for dan endfor.", "Remove it, or put it between for and endfor."),
                           tag.place, word=tag.word)  # fmt: skip
        elif tag.word in _WITHIN:
            inner = [
                one for one in opened[-1:] if one.word == "if" or (tag.word == "else" and one.word == "for")
            ]
            if not inner:
                yield _stray(tag)
            else:
                yield from _alike(inner[0], tag)
        elif tag.word in _OPENS.values():
            if opened and _OPENS[opened[-1].word] == tag.word:
                yield from _alike(opened.pop(), tag)
            elif any(_OPENS[one.word] == tag.word for one in opened):
                while _OPENS[opened[-1].word] != tag.word:
                    yield _unclosed(opened.pop())
                yield from _alike(opened.pop(), tag)
            else:
                yield _stray(tag)
    yield from map(_unclosed, opened)


def _unclosed(tag: Tag) -> Flaw:
    end = _OPENS[tag.word]
    return flaw("block-open", Text("“{word}” di sini tidak pernah ditutup dengan “{end}”.",
                                   "“{word}” here is never closed by “{end}”."),
                Text("Tambahkan {{%p {end} %}} setelah bagian itu.", "Add {{%p {end} %}} after that part."),
                tag.place, word=tag.word, end=end)  # fmt: skip


def _stray(tag: Tag) -> Flaw:
    return flaw("block-stray", Text("“{word}” di sini tidak mempunyai pembuka.", "“{word}” here has no opening."),
                Text("Hapus, atau tambahkan pembukanya (if atau for).", "Remove it, or add its opening (if or for)."),
                tag.place, word=tag.word)  # fmt: skip


def _alike(first: Tag, last: Tag) -> Iterator[Flaw]:
    """Say where a block begins in one room and ends in another, or begins with p and ends without."""
    if first.room is not last.room:
        yield flaw("block-crosses", Text("“{word}” dibuka di paragraf ke-{n}, di sel atau kotak yang lain.",
                                         "“{word}” opens in paragraph {n}, in another cell or box."),
                   Text("Buka dan tutup di dalam sel yang sama.", "Open and close it within one cell."),
                   last.place, word=first.word, n=first.place.paragraph)  # fmt: skip
    elif first.sort != last.sort and first.place != last.place:
        yield flaw("block-mixed", Text("“{word}” di paragraf ke-{n} dan penutupnya di sini tidak sejenis (p atau tr).",
                                       "“{word}” in paragraph {n} and its end here are not of one sort (p or tr)."),
                   Text("Pakai {{%p … %}} (atau {{%tr … %}}) pada keduanya.",
                        "Use {{%p … %}} (or {{%tr … %}}) on both."),
                   last.place, word=first.word, n=first.place.paragraph)  # fmt: skip
