"""Forms of the pages, from the field tables alone."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from django.http import QueryDict

from pipeline.cases.fields.field import Context, Field, Kind, Section
from pipeline.cases.fields.kinds import read, shown
from pipeline.cases.fields.proposals import Proposal
from pipeline.cases.problems import BAD_PERSONS, BadAnswer, Problem
from pipeline.cases.values import ANONYMOUS, UNKNOWN, Value
from pipeline.kernel.text import N_

_LISTED = {Kind.CHOICE, Kind.YESNO}
_A_LINE_EACH = {Kind.LINES, Kind.PERSONS}
"""One a line on a page; on a terminal parted by semicolons."""
_SAID_INSTEAD = {"reporter_name": (ANONYMOUS,), "victim_name": (UNKNOWN,), "reported_name": (UNKNOWN,)}
_ON_PAGE = {BAD_PERSONS: N_("Write one person a line: name, age, L/P. Example: F.A., 14, L")}
"""Replaces messages about typing into one line."""
_MOST_OFFERED = 4


@dataclass(frozen=True)
class Asked:
    """One question on a page."""

    field: Field
    lang: str
    given: str = ""
    chosen: tuple[str, ...] = ()
    applies: bool = True
    required: bool = False
    blocks: bool = False
    wrong: str = ""
    proposal: Proposal | None = None
    place: Mapping[str, Any] | None = None
    is_proposed: bool = False
    """Whether the answer is what the machine read."""
    is_looked: bool = False
    """Whether a person confirmed the proposed answer."""

    @property
    def name(self) -> str:
        """The stable name, also in the page."""
        return self.field.name

    @property
    def label(self) -> str:
        """The words of the question."""
        return (self.field.page_label or self.field.label).fill(self.lang)

    @property
    def help(self) -> str:
        """What the question is for."""
        return (self.field.page_help or self.field.help).fill(self.lang)

    @property
    def example(self) -> str:
        """An example of a typed answer."""
        if not self.is_typed:
            return ""
        return (
            self.field.example.partition("; ")[0] if self.field.kind in _A_LINE_EACH else self.field.example
        )

    @property
    def is_typed(self) -> bool:
        """Own words, which are Indonesian."""
        return not self.field.choices and self.field.kind not in _LISTED

    @property
    def widget(self) -> str:
        """The input element: "choices", "choice", "long" or "line"."""
        if self.field.kind is Kind.CHOICES:
            return "choices"
        if self.field.kind in _LISTED:
            return "choice"
        return "long" if self.field.kind in (Kind.LONG, *_A_LINE_EACH) else "line"

    @property
    def options(self) -> list[tuple[str, str, bool]]:
        """The choices: value, words, whether it is chosen."""
        if self.field.kind is Kind.YESNO:
            both = (("ya", "yes"), ("tidak", "no"))
            return [(value, en if self.lang == "en" else value, value == self.given) for value, en in both]
        return [
            (
                choice.value,
                choice.label.fill(self.lang),
                choice.value == self.given or choice.value in self.chosen,
            )
            for choice in self.field.choices
        ]

    @property
    def is_doubtful(self) -> bool:
        """Whether a person must check what the machine read."""
        return self.is_proposed and self.proposal is not None and self.proposal.doubtful

    @property
    def is_time(self) -> bool:
        """Whether a button may enter the present time."""
        return self.field.name in ("phone_started", "phone_ended")

    @property
    def offered(self) -> tuple[str, ...]:
        """Answers that a button enters."""
        others = self.proposal.alternatives if self.proposal else ()
        words = (*others, *_SAID_INSTEAD.get(self.field.name, ()))
        return tuple(dict.fromkeys(word for word in words if word))[:_MOST_OFFERED]


@dataclass(frozen=True)
class Form:
    """A page's questions, with what was typed so far."""

    fields: tuple[Field, ...]
    context: Context
    lang: str
    typed: Mapping[str, Any] = field(default_factory=dict)
    proposals: Mapping[str, Proposal] = field(default_factory=dict)
    places: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)
    problems: Mapping[str, str] = field(default_factory=dict)
    base: Mapping[str, Value] = field(default_factory=dict)
    looked: frozenset[str] = frozenset()

    def sections(self) -> Iterator[tuple[str, list[Asked]]]:
        """Yield each heading with its questions."""
        values = self.values()
        by: dict[Section, list[Asked]] = {}
        for question in self.fields:
            by.setdefault(question.section, []).append(self._asked(question, values))
        for section, asked in by.items():
            yield section.label.fill(self.lang), asked

    def values(self) -> dict[str, Value]:
        """The answers so far that can be read."""
        asked = {question.name for question in self.fields}
        values = {name: value for name, value in self.base.items() if name not in asked}
        for question in self.fields:
            try:
                value = read(question, self._given(question), self.context)
            except BadAnswer:
                continue
            if value is None and question.when(values) and question.name not in self.typed:
                value = question.default(values)
            if value is not None:
                values[question.name] = value
        return values

    def state(self) -> dict[str, Any]:
        """The questions that apply, must be answered, cannot be read."""
        values = self.values()
        applies = [question for question in self.fields if question.when(values)]
        return {
            "applies": [question.name for question in applies],
            "required": [question.name for question in applies if question.required(values)],
            "blocks": [question.name for question in applies if question.blocks(values)],
            "wrong": {question.name: fault for question in applies if (fault := self._unread(question))},
        }

    def _unread(self, question: Field) -> str:
        try:
            read(question, self._given(question), self.context)
        except BadAnswer as bad:
            return _ON_PAGE.get(bad.said, bad.said).fill(self.lang)
        return ""

    def _given(self, question: Field) -> object:
        if question.name in self.typed:
            return self.typed[question.name]
        proposal = self.proposals.get(question.name)
        if (proposal is None or proposal.quote) and question.name in self.base:
            return _shown(question, self.base[question.name], self.lang)
        return proposal.shown if proposal and not proposal.quote else None

    def _asked(self, question: Field, values: Mapping[str, Value]) -> Asked:
        value, raw = values.get(question.name), self._given(question)
        chosen: tuple[str, ...] = ()
        if question.kind is Kind.CHOICES:
            chosen = value if isinstance(value, tuple) else ()
            given = ""
        elif question.kind in _LISTED:
            given = _as_option(question, value)
        elif raw is None and value is not None:
            given = _shown(question, value, self.lang)
        else:
            given = str(raw or "")
        return Asked(
            question, self.lang, given, chosen,
            applies=bool(question.when(values)),
            required=bool(question.required(values)),
            blocks=bool(question.blocks(values)),
            wrong=self.problems.get(question.name, ""),
            proposal=self.proposals.get(question.name),
            place=self.places.get(question.name),
            is_proposed=self._is_as_proposed(question, value),
            is_looked=question.name in self.looked,
        )  # fmt: skip

    def _is_as_proposed(self, question: Field, value: Value | None) -> bool:
        if (proposal := self.proposals.get(question.name)) is None:
            return False
        try:
            meant = read(question, proposal.shown, self.context)
        except BadAnswer:
            return bool(self._given(question) == proposal.shown)
        return meant is not None and meant == value


def _shown(question: Field, value: Value, lang: str) -> str:
    if question.kind in _A_LINE_EACH and isinstance(value, tuple):
        return "\n".join(map(str, value))
    return shown(question, value, lang)


def _as_option(question: Field, value: Value | None) -> str:
    if value is None:
        return ""
    return shown(question, value) if question.kind is Kind.YESNO else str(value)


def typed_in(post: QueryDict, fields: Sequence[Field]) -> dict[str, Any]:
    """What a page sent for ``fields``."""
    return {
        question.name: post.getlist(question.name)
        if question.kind is Kind.CHOICES
        else post.get(question.name, "")
        for question in fields
        if question.name in post or f"{question.name}-asked" in post
    }


def answered(form: Form, typed: Mapping[str, Any]) -> dict[str, Any]:
    """The non-empty answers to questions that apply."""
    applies = set(form.state()["applies"])
    return {name: value for name, value in typed.items() if name in applies and value not in ("", [])}


def messages(problems: Sequence[Problem], lang: str) -> dict[str, str]:
    """What is wrong, by the name of the question."""
    return {problem.field: _ON_PAGE.get(problem.said, problem.said).fill(lang) for problem in problems}


def labelled(wrong: Mapping[str, str], fields: Iterable[Field], lang: str) -> list[tuple[str, str, str]]:
    """Name, label and fault of each wrong answer."""
    labels = {question.name: question.label.fill(lang) for question in fields}
    return [(name, labels.get(name, name), fault) for name, fault in wrong.items()]
