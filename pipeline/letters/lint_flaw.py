"""What is wrong with a template: a sentence with its place and its remedy, and how it crosses the wall.

A *flaw* is about a template, as the office edits it; a *finding* of the letter rules is about one
letter. An error keeps a template from being used; a warning does not.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from typing import Any

from pipeline.kernel.errors import Text

ERROR, WARNING = "error", "warning"
SHOWN = 120
_PARTS = {
    "document": Text("isi", "body"), "header": Text("kepala halaman", "header"), "footer": Text("kaki halaman", "footer"),
    "footnotes": Text("catatan kaki", "footnotes"), "endnotes": Text("catatan akhir", "endnotes"),
}  # fmt: skip


@dataclass(frozen=True)
class Place:
    """Where in a file: its part ("word/document.xml"), the paragraph counted from 1, what stands there.

    Only paragraphs with text are counted, from top to bottom, cells of tables included; 0 is the whole part.
    """

    part: str = ""
    paragraph: int = 0
    text: str = ""

    def said(self, lang: str) -> str:
        """Return the place in ``lang``: ``isi, paragraf ke-3 (“Yth. …”)``."""
        name = self.part.removeprefix("word/").removesuffix(".xml").rstrip("0123456789")
        part = _PARTS[name].fill(lang) if name in _PARTS else self.part
        count = ("paragraph {n}" if lang == "en" else "paragraf ke-{n}").format(n=self.paragraph)
        shown = f"(“{self.text}”)" if self.text else ""
        head = ", ".join(one for one in (part, count if self.paragraph else "") if one)
        return " ".join(one for one in (head, shown) if one)


NOWHERE = Place()


@dataclass(frozen=True)
class Flaw:
    """One thing wrong with a template: a stable ``code``, what, where, and what to do in Word."""

    code: str
    said: Text
    remedy: Text
    place: Place = NOWHERE
    severity: str = ERROR

    @property
    def is_error(self) -> bool:
        """Whether the template cannot be used as it is."""
        return self.severity == ERROR

    def text(self, lang: str = "id") -> str:
        """Return the flaw as one line in ``lang``, without the name of the template."""
        where = self.place.said(lang)
        head = f"{where}: " if where else ""
        return f"{head}{_pick(self.said, lang)} {_pick(self.remedy, lang)}"

    def as_json(self) -> dict[str, Any]:
        """Return the flaw as plain values, both languages in it."""
        said, remedy = ({"id": one.id, "en": one.en} for one in (self.said, self.remedy))
        return {
            "code": self.code, "severity": self.severity, **asdict(self.place), "said": said, "remedy": remedy,
        }  # fmt: skip

    @classmethod
    def from_json(cls, plain: Mapping[str, Any]) -> Flaw:
        """Return what :meth:`as_json` gave."""
        place = Place(plain["part"], plain["paragraph"], plain["text"])
        return cls(plain["code"], Text(**plain["said"]), Text(**plain["remedy"]), place, plain["severity"])


def flaw(
    code: str, said: Text, remedy: Text, place: Place = NOWHERE, /, *, severity: str = ERROR, **fields: object
) -> Flaw:
    """Return a flaw whose sentences have their ``fields`` filled in."""
    what, cure = (Text(one.id.format(**fields), one.en.format(**fields)) for one in (said, remedy))
    return Flaw(code, what, cure, place, severity)


def shortened(text: str) -> str:
    """Return ``text`` on one line, cut where it gets long, so that it can be recognised in Word."""
    flat = " ".join(text.split())
    return flat if len(flat) <= SHOWN else f"{flat[: SHOWN - 1]}…"


def _pick(text: Text, lang: str) -> str:
    return text.en if lang == "en" else text.id
