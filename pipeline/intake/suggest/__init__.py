"""Suggestions for the fields of a registration from the words of a letter; a person confirms each.

Accepted risk: the rules know only office Indonesian and some Banjar and Dayak words.
"""

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from pipeline.intake.reading import Page, Suggestion
from pipeline.intake.suggest import (
    contacts,
    letter,
    own,
    parties,
    people,
    relations,
    signer,
    trusted,
    violence,
)
from pipeline.intake.suggest.document import Document, Found, suggestion
from pipeline.intake.suggest.labels import Labels
from pipeline.intake.suggest.people import Person


def suggest(
    pages: Sequence[Page], kecamatan: Sequence[str] = (), institutions: Sequence[str] = ()
) -> dict[str, Suggestion]:
    """``kecamatan``: known sub-districts; ``institutions``: first words of further senders.

    letter_date is ISO, victim_sex P or L, relation SIMFONI's, case_type joined by ", ".
    """
    document = Document(pages)
    if not document.lines:
        return {}
    values = _Fields(document, kecamatan, institutions).all()
    return {name: suggestion(document, value) for name, value in values.items() if value is not None}


def danger(pages: Sequence[Page], more: Sequence[str] = ()) -> tuple[str, ...]:
    """``more`` are the office's; any lifts an arrival to the top."""
    return violence.danger_words(Document(pages), more)


class _Fields:
    def __init__(self, document: Document, known: Sequence[str], institutions: Sequence[str]) -> None:
        self.document, self.known = document, known
        self.labels = Labels(document)
        head = parties.letterhead(document, institutions) or parties.office_from(document, self.labels)
        self.office = head or parties.office_signature(document)
        self.channel = parties.channel(document, self.office)
        self.kind = self.channel.normal
        self.said = signer.messages(document)
        self.dated = signer.first_day(self.said) or letter.letter_date(document, self.labels)
        self.when = date.fromisoformat(self.dated.normal) if self.dated else None

    def all(self) -> dict[str, Found | None]:
        document, labels = self.document, self.labels
        reporter = self._reporter()
        victim, mine = self._victim(reporter)
        others = [person.name.normal for person in (victim, reporter) if person.name]
        safe = trusted.safe_contact(document, labels, others)
        reporter_relation = self._reporter_relation(victim, mine)
        relation = relations.relation(document, labels) or (relations.of_writer(document) if mine else None)
        return {
            "channel": self.channel,
            "letter_number": None
            if self.kind == "phone"
            else letter.letter_number(document, labels, self.when),
            "letter_date": self.dated,
            "sender": self.office or (None if self.kind == "phone" else reporter.name),
            "reporter_name": None if self.office and not self._has_reporter() else reporter.name,
            "reporter_relation": reporter_relation,
            "victim_name": victim.name,
            "victim_age": victim.age,
            "victim_sex": victim.sex or relations.sex_by_spouse(document, relation),
            "relation": relations.between(relation, reporter_relation, document),
            "subject": None if self.kind == "phone" else letter.subject(document, labels),
            "place_kecamatan": contacts.kecamatan(document, labels, self.known, victim.where),
            "phone": contacts.phone(document, labels, safe, is_own=mine is not None),
            **contacts.owned(document, labels, safe, is_own=mine is not None),
            "case_type": violence.case_type(document),
            "addressee": None if self.kind == "phone" else parties.addressee(document, labels),
            "safe_contact": safe,
            "safe_contact_said": trusted.route_sentence(document, safe),
        }

    def _has_reporter(self) -> bool:
        return any(
            pair.role == "reporter" and not self._is_signer(pair.section, pair.line)
            for pair in self.labels.of("name")
        )

    def _is_signer(self, section: str, line: int) -> bool:
        # A block of labels of an official who signs ("Jabatan : Kepala Desa")
        near = [p for p in self.labels.pairs if p.section == section and abs(p.line - line) <= 3]
        return any(pair.label == "jabatan" for pair in near)

    def _reporter(self) -> Person:
        person = people.from_labels(self.document, self.labels, "reporter", self.when)
        if self.kind == "phone":
            return person if person.name else replace(person, name=signer.caller(self.document))
        if self.office:
            return person
        headers = [signer.name_in(self.document, pair) for pair in self.labels.of("from")]
        named = person.name or signer.self_named(self.document) or signer.writer(self.document, self.said)
        opening = named or next(filter(None, headers), None)
        if opening is None:
            block = people.from_labels(self.document, self.labels, "", self.when)
            opening, person = block.name, block
        return replace(person, name=signer.signature(self.document, opening))

    def _victim(self, reporter: Person) -> tuple[Person, Found | None]:
        # With the words that make her the writer herself
        document, labels = self.document, self.labels
        victim = people.from_labels(document, labels, "victim", self.when)
        if victim.name is None and self.office:
            victim = people.from_labels(document, labels, "", self.when)
        if victim.name is None:
            spoken = people.from_sentences(document)
            mine = own.is_own_case(document) if self.kind == "letter" else None
            if mine and (
                spoken.name is None
                or spoken.name.certainty < people.FAIR
                or (reporter.name and spoken.name.normal == reporter.name.normal)
            ):
                beside = people.beside(document, reporter.name) if reporter.name else (None, None)
                sex = reporter.sex or beside[1] or own.partner_sex(document)
                reporter = replace(reporter, age=reporter.age or own.own_age(document) or beside[0])
                where = (reporter.name.start, reporter.name.end) if reporter.name else None
                name = _doubted(reporter.name)
                return self._checked(replace(reporter, name=name, sex=sex, where=where), "reporter"), mine
            victim = Person(spoken.name, victim.age or spoken.age, victim.sex or spoken.sex, spoken.where)
        return self._checked(self._completed(victim), "victim"), None

    def _completed(self, victim: Person) -> Person:
        if victim.sex is None and victim.name:
            start, end = self.document.sentence(victim.name.start)
            near = max(start, victim.name.start - 90), min(end, victim.name.end + 60)
            sex = people.sex_between(self.document, *near, 0.75)
            line = self.document.line_at(victim.name.start)
            above = self.document.lines[max(0, line.number - 1)]
            calls = re.search(
                r"(?:menelepon|penelepon|pelapor)", self.document.text[above.start : above.end], re.I
            )
            if sex is None and line.number and not calls:
                sex = people.sex_between(self.document, above.start, above.end, 0.75)
            victim = replace(victim, sex=sex)
        if victim.age is None and victim.name:
            age = people.age_elsewhere(self.document, victim.name)
            victim = replace(victim, age=age or people.age_of_kin(self.document))
        return victim

    def _checked(self, victim: Person, role: str) -> Person:
        factor = people.agrees(self.document, self.labels, (role,), self.when)
        age = replace(victim.age, certainty=min(0.99, victim.age.certainty * factor)) if victim.age else None
        sex = replace(victim.sex, certainty=min(0.99, victim.sex.certainty * factor)) if victim.sex else None
        return replace(victim, age=age, sex=sex)

    def _reporter_relation(self, victim: Person, mine: Found | None) -> Found | None:
        if mine:
            return mine
        if self.office and not self._has_reporter():
            return replace(self.office, normal=relations.INSTITUTION, certainty=0.97 * self.office.certainty)
        relation = relations.reporter_relation(self.document, self.labels, victim.name)
        return _doubted(relation) if relation and relation.normal == relations.SELF else relation


def _doubted(value: Found | None) -> Found | None:
    # Who is taken for the victim is never sure: a person looks at it
    return value and replace(value, certainty=min(value.certainty, own.DOUBTFUL))
