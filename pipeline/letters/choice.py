"""What a person chooses for one letter: template, clauses left out, a paragraph in own words.

The opening and what is *wajib* stay. What the library says of a corrected paragraph is kept with the letter.
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from pipeline.kernel.text import Text
from pipeline.letters.clauses import CONTENT, Clause

CORRECTED = "perbaikan"
"""Where the context of a letter keeps what the library says of corrected paragraphs."""
LONGEST = 3000
"""Characters of a paragraph."""


@dataclass(frozen=True)
class Part:
    """A clause, filled: what the library ``says``, the ``words`` in the letter, whether it ``stays``."""

    clause: Clause
    says: str
    words: str
    stays: bool = True

    @property
    def name(self) -> str:
        """The name of the clause."""
        return self.clause.name

    @property
    def title(self) -> Text:
        """What the clause is called on a page."""
        return self.clause.title

    @property
    def is_corrected(self) -> bool:
        """Whether its words are not those of the library."""
        return self.words != self.says

    @property
    def may_go(self) -> bool:
        """Whether it may be left out."""
        return may_go(self.clause)


@dataclass(frozen=True)
class Choice:
    """A ``template`` (empty: the usual one), names ``left_out``, own ``words`` by the name of a clause."""

    template: str = ""
    left_out: frozenset[str] = frozenset()
    words: Mapping[str, str] = field(default_factory=dict)

    def parts(self, filled: Sequence[tuple[Clause, str]]) -> tuple[Part, ...]:
        """Return what becomes of the ``filled`` clauses of a letter."""
        return tuple(
            Part(
                clause,
                says,
                " ".join(self.words.get(clause.name, "").split())[:LONGEST] or says,
                not (clause.name in self.left_out and may_go(clause)),
            )
            for clause, says in filled
        )


@dataclass(frozen=True)
class Asking:
    """What a letter asks: open ``fields``, ``more`` questions; ``by`` when an answer is hoped for."""

    fields: Collection[str] = ()
    more: Sequence[str] = ()
    by: date | None = None


USUAL, NOTHING = Choice(), Asking()


def may_go(clause: Clause) -> bool:
    """Whether a letter may do without ``clause``: neither the opening nor *wajib*."""
    return clause.part == CONTENT and not clause.is_mandatory
