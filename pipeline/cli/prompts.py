"""Questions on a terminal, from ``cases/fields``, each with an editable, checked suggestion.

No history is kept; Ctrl-C and Ctrl-D save nothing. With ``TERM=dumb`` Enter keeps the suggestion, ``:kosong``
clears it.
"""

import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from shutil import get_terminal_size
from textwrap import fill
from typing import Any

from pipeline.cases.fields.checks import cross_problems
from pipeline.cases.fields.field import Context, Field, Kind, Section
from pipeline.cases.fields.kinds import clean, read, shown
from pipeline.cases.fields.proposals import Proposal
from pipeline.cases.fields.validate import validate
from pipeline.cases.problems import MISSING, BadAnswer
from pipeline.cases.values import Value, Values
from pipeline.cli.call import Call
from pipeline.cli.lines import BACK, HELP, SKIP, Check, command, is_terminal, line, say
from pipeline.kernel.errors import Refusal
from pipeline.kernel.text import N_
from pipeline.office.base.session import Session

_HOW = N_(
    "Enter accepts, Ctrl-U clears; {back} or Ctrl-B one field back, {skip} skips the rest of the "
    "section, {help} explains, Ctrl-C cancels. * is required; (check) is doubtful: compare it with "
    "the letter."
)
_CHECK = N_("check")
_OTHERS = N_("other readings")
_QUOTED = N_("  The letter says (page {page}):")
_SAVE = N_("Save? (yes/no)")
_SUMMARY = N_("Summary", "prompts")
_LINES = N_("Type line by line; end with Ctrl-D on an empty line.")
MOST_REASON, _MOST_LINES = 2000, 200_000
"""Characters read at most."""
_SAVE_FIELD = Field("save", _SAVE, Kind.YESNO, Section.CLARIFY, 0, _SAVE)


def ask(
    fields: Sequence[Field],
    proposals: Mapping[str, Proposal],
    today: date,
    places: Sequence[str] = (),
    lang: str = "id",
    base: Values | None = None,
) -> dict[str, Value]:
    """Ask ``fields`` in order; ``base`` is what is known already."""
    form = _Form(tuple(fields), proposals, Context(today, places), lang, base or {})
    try:
        return form.run()
    except (KeyboardInterrupt, EOFError):
        say("")
        raise Refusal("cli.abandoned") from None


def answered(
    call: Call,
    session: Session,
    given: Mapping[str, Any] | None,
    fields: Sequence[Field],
    base: Values | None = None,
    proposals: Mapping[str, Proposal] | None = None,
) -> Mapping[str, Any]:
    """The answers ``given``, else those typed at the terminal."""
    if given is not None:
        return given
    if not is_terminal():
        raise Refusal("cli.needs_terminal")
    return ask(fields, proposals or {}, session.today, session.places, call.lang, base)


def typed(question: str, check: Check = lambda _given: None) -> str:
    """One line that a person types."""
    try:
        return line(question, "", check)
    except (KeyboardInterrupt, EOFError):
        raise Refusal("cli.abandoned") from None


def chosen(question: str, words: Mapping[str, str], wrong: str) -> str:
    """The value of the typed key of ``words``; other answers are met with ``wrong``."""
    given = typed(question, lambda text: None if text.strip().lower() in words else wrong)
    return words[given.strip().lower()]


def ask_reason(title: str, lang: str = "id") -> str:
    """Cleaned; a line at a terminal, else all of standard input."""
    try:
        given = line(f"{title}: ", "", lambda _given: None) if is_terminal() else sys.stdin.read()
    except (KeyboardInterrupt, EOFError):
        raise Refusal("cli.abandoned") from None
    reason = clean(given, lines=True)
    if not reason:
        raise Refusal("cli.no_reason")
    return reason[:MOST_REASON]


def ask_lines(title: str, lang: str = "id") -> str:
    """Many lines of standard input, asked under ``title``."""
    if is_terminal():
        say(f"{title}. {_LINES.fill(lang)}")
    try:
        return sys.stdin.read(_MOST_LINES)
    except KeyboardInterrupt:
        raise Refusal("cli.abandoned") from None


def confirm(question: str, lang: str = "id") -> bool:
    """Ask a yes-or-no question."""
    context = Context(date.min)
    given = typed(f"{question} ", lambda text: _reason(_SAVE_FIELD, text, context, lang))
    return read(_SAVE_FIELD, given, context) is True


def columns() -> int:
    """The terminal's usable width in characters."""
    return max(get_terminal_size((100, 24)).columns - 1, 40)


def _reason(question: Field, given: str, context: Context, lang: str) -> str | None:
    try:
        value = read(question, given, context)
    except BadAnswer as bad:
        return bad.said.verbatim(lang)
    return None if value is not None else MISSING.fill(lang)


@dataclass
class _Form:
    fields: tuple[Field, ...]
    proposals: Mapping[str, Proposal]
    context: Context
    lang: str
    base: Values
    answers: dict[str, Value] = field(default_factory=dict)
    trail: list[int] = field(default_factory=list)
    seen: set[str] = field(default_factory=set)
    section: Section | None = None

    def run(self) -> dict[str, Value]:
        say(fill(_HOW.fill(self.lang, back=BACK, skip=SKIP, help=HELP), columns()))
        self._from(0)
        while True:
            self._repair()
            self._summary()
            given = line(_SAVE.fill(self.lang) + ": ", "", self._save_wrong)
            if command(given) == BACK:
                self._from(self.trail.pop() if self.trail else 0)
                continue
            if read(_SAVE_FIELD, given, self.context) is not True:
                raise Refusal("cli.abandoned")
            return dict(self.answers)

    @property
    def known(self) -> dict[str, Value]:
        asked = {question.name for question in self.fields}
        return {**{name: value for name, value in self.base.items() if name not in asked}, **self.answers}

    def _from(self, place: int) -> None:
        while place < len(self.fields):
            question = self.fields[place]
            if not question.when(self.known):
                self.answers.pop(question.name, None)
                place += 1
                continue
            if question.section != self.section:
                self.section = question.section
                say(f"\n{question.section.label.fill(self.lang)}")
            left = self._ask(question)
            if left == BACK:
                place = self.trail.pop() if self.trail else 0
                continue
            self.trail.append(place)
            place = self._after_skipped(place) if left == SKIP else place + 1

    def _after_skipped(self, place: int) -> int:
        section = self.fields[place].section
        while place < len(self.fields) and self.fields[place].section == section:
            question = self.fields[place]
            if question.when(self.known) and question.required(self.known):
                return place
            self.answers.pop(question.name, None)
            self.seen.add(question.name)
            place += 1
        return place

    def _ask(self, question: Field) -> str:
        self._show_choices(question)
        default, mark = self._default(question)
        star = "*" if question.required(self.known) else ""
        message = f"{question.label.fill(self.lang)}{star}{mark}: "
        while True:
            given = line(
                message, default, lambda text: self._wrong(question, self._meant(question, text, default))
            )
            given = self._meant(question, given, default)
            word = command(given)
            if word == HELP:
                say(
                    f"  {question.help.fill(self.lang)}"
                    + (f"  ({question.example})" if question.example else "")
                )
                continue
            if word in (BACK, SKIP):
                return word
            self._take(question, given)
            return ""

    def _meant(self, question: Field, given: str, default: str) -> str:
        behind = given.removeprefix(default).strip() if default and given.startswith(default) else ""
        is_choice = question.kind in (Kind.CHOICE, Kind.YESNO) and behind and not command(given)
        return behind if is_choice and _reason(question, behind, self.context, self.lang) is None else given

    def _take(self, question: Field, given: str) -> None:
        self.seen.add(question.name)
        value = read(question, given, self.context)
        self.answers.pop(question.name, None)
        if value is not None:
            self.answers[question.name] = value

    def _default(self, question: Field) -> tuple[str, str]:
        if question.name in self.answers or question.name in self.seen:
            value = self.answers.get(question.name)
            return ("" if value is None else shown(question, value, self.lang)), ""
        proposal = self.proposals.get(question.name)
        if proposal is not None and proposal.quote:
            say(fill(f"{_QUOTED.fill(self.lang, page=proposal.page)} “{proposal.quote}”", columns()))
        elif proposal is not None:
            if proposal.alternatives:
                say(f"  {_OTHERS.fill(self.lang)}: {' | '.join(proposal.alternatives)}")
            return proposal.shown, f" ({_CHECK.fill(self.lang)})" if proposal.doubtful else ""
        value = self._follows(question)
        return ("" if value is None else shown(question, value, self.lang)), ""

    def _follows(self, question: Field) -> Value | None:
        """What derives from other answers follows the present ones."""
        before, after = self.base.get(question.name), question.default(self.known)
        return (
            after
            if before is None or (after is not None and before == question.default(self.base))
            else before
        )

    def _show_choices(self, question: Field) -> None:
        words = [choice.label.fill(self.lang) for choice in question.choices]
        words = words or (list(self.context.places) if question.kind is Kind.PLACE else [])
        rows = [""]
        for number, word in enumerate(words, 1):
            if rows[-1] and len(rows[-1]) + len(word) + 7 > columns():
                rows.append("")
            rows[-1] += f"{'   ' if rows[-1] else '  '}{number} {word}"
        if words:
            say("\n".join(rows))

    def _wrong(self, question: Field, given: str) -> str | None:
        if command(given) in (BACK, SKIP, HELP):
            return None
        wrong = _reason(question, given, self.context, self.lang)
        if wrong is not None:
            is_empty = not given.strip()
            return wrong if not is_empty or question.required(self.known) else None
        value = read(question, given, self.context)
        tried = {**self.known, **({} if value is None else {question.name: value})}
        problems = (
            problem for problem in cross_problems(tried, self.context.today) if problem.field == question.name
        )
        return next((problem.text(self.lang) for problem in problems), None)

    def _repair(self) -> None:
        own = {question.name: question for question in self.fields}
        while True:
            today, places = self.context.today, self.context.places
            problems = validate(self.known, today, self.fields, places, fill=False).problems
            wrong = [(own[problem.field], problem) for problem in problems if problem.field in own]
            if not wrong:
                return
            for question, problem in wrong:
                say(f"  ! {question.label.fill(self.lang)}: {problem.text(self.lang)}")
                self.answers.pop(question.name, None)
                if question.when(self.known):
                    self._ask(question)

    def _summary(self) -> None:
        say(f"\n{_SUMMARY.fill(self.lang)}")
        for question in self.fields:
            if question.name in self.answers:
                label = question.label.fill(self.lang).rstrip("?")
                say(f"  {label}: {shown(question, self.answers[question.name], self.lang)}")

    def _save_wrong(self, given: str) -> str | None:
        if command(given) == BACK:
            return None
        return _reason(_SAVE_FIELD, given, self.context, self.lang)
