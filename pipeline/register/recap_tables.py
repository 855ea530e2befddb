"""The tables of a recap; ``is_public``: for publication, without finer ones and health."""

from collections.abc import Callable, Iterable, Mapping, Sequence

from pipeline.cases import consent, lists, outcomes
from pipeline.cases.fields.follow_up import REFERRAL_STATES
from pipeline.cases.lists import Choice
from pipeline.cases.states import State
from pipeline.kernel.letter_kinds import LETTER_KINDS
from pipeline.kernel.text import N_, Text
from pipeline.register.recap import Counted, Key, Party, Plan, Table, plain_table

CASES, VICTIMS = N_("cases"), N_("victims")
_REPORTED, _LETTERS, _REFERRALS = N_("reported persons"), N_("letters"), N_("referrals")
ELSEWHERE = "di luar daftar"
OPEN = "belum selesai"
INSTITUTION, HERSELF, SOMEBODY, NAMELESS = "lembaga", "korban sendiri", "orang lain", "anonim"
YES, NO = "ya", "tidak"
_OPEN: Key = (OPEN, Text(OPEN, "not ended"))
_OUTCOMES: tuple[Key, ...] = tuple(
    (outcome.value, outcome.label) for outcome in outcomes.OUTCOMES if outcome.value != outcomes.MERGED
)
"""A merged case counts in the other."""
OF_OLD = ("korban", "kekerasan", "kanal", "pelapor", "tempat", "kecamatan")
_SEXES: tuple[Key, ...] = (("P", N_("female")), ("L", N_("male")))
_AGES: tuple[Key, ...] = tuple(
    (name, Text(name, name)) for name in (*(name for _, name in lists.AGE_GROUPS), lists.LAST_AGE_GROUP)
)
_STATES: tuple[Key, ...] = tuple(
    (state.value, state.label) for state in State if state not in (State.VOID, State.OLD)
)
_REPORTERS: tuple[Key, ...] = (
    (HERSELF, N_("the victim in person")), (SOMEBODY, N_("somebody else")),
    (INSTITUTION, N_("institution")), (NAMELESS, N_("without a name (anonymous)")),
)  # fmt: skip
_MANY = N_("One of the {unit} may appear in several rows, so the rows are not added up.")


def plans(subdistricts: Sequence[str], own: Mapping[str, str] | None = None) -> tuple[Plan, ...]:
    """``own`` maps the office's outcomes to the procedure's."""
    reported = Plan(
        "terlapor",
        N_("Reported persons by age group and sex"),
        _REPORTED,
        _AGES,
        lambda case: (((party.age_group,), party.sex) for party in case.reported),
        _SEXES,
    )
    return (*_of_victims(), *_of_cases(subdistricts), *_of_own(own or {}), reported)


def _of_own(own: Mapping[str, str]) -> Iterable[Plan]:
    if own:
        named = tuple(
            (name, N_("{name} (counted as: {parent})").of(name=name, parent=parent))
            for name, parent in own.items()
        )
        yield Plan("hasil-kantor", N_("How cases ended, in the office's words"),
                   CASES, (*_OUTCOMES, *named, _OPEN), _case(lambda case: case.own_outcome or OPEN))  # fmt: skip


def _of_victims() -> tuple[Plan, ...]:
    many = _MANY.of(unit=VICTIMS)
    by_case = N_("{many} Violence is kept for the case, and counted for each of its victims.").of(many=many)
    kinds = _keys(lists.VIOLENCE)
    both = tuple(
        (f"{sex} {age}", Text(f"{sex} {age}", f"{'F' if sex == 'P' else 'M'} {age}"))
        for sex, _ in _SEXES for age, _ in _AGES
    )  # fmt: skip
    return (
        Plan("korban", N_("Victims by age group and sex"), VICTIMS,
             _AGES, _persons(lambda party: party.age_group), _SEXES, is_public=True),
        Plan("kekerasan", N_("Kinds of violence"), VICTIMS, kinds, _violence(lambda _: ""),
             is_multiple=True, is_public=True, note=by_case),
        Plan("kekerasan-umur", N_("Kinds of violence by sex and age group of the victim"), VICTIMS, kinds,
             _violence(lambda party: f"{party.sex} {party.age_group}"), both, is_multiple=True,
             note=N_("{many} F female, M male, with the age group.").of(many=many)),
        Plan("pendidikan", N_("Education of the victims"), VICTIMS, _keys(lists.EDUCATION),
             _persons(lambda party: party.education)),
        Plan("perkawinan", N_("Marital status of the victims"), VICTIMS,
             _keys(lists.MARITAL), _persons(lambda party: party.marital)),
        Plan("disabilitas", N_("Disabilities of the victims"), VICTIMS,
             _keys(lists.DISABILITIES[:-1]), _persons(lambda party: party.disability)),
    )  # fmt: skip


def _of_cases(subdistricts: Sequence[str]) -> tuple[Plan, ...]:
    media = (*_keys(lists.MEDIA), ("-", N_("no letter (telephone)")))
    places = (
        *((subdistrict, Text(subdistrict, subdistrict)) for subdistrict in subdistricts),
        (ELSEWHERE, N_("outside the office's list")),
    )
    referred = (
        (YES, N_("with a referral")), (NO, N_("without a referral")),
        ("-", N_("no answer yet")),
    )  # fmt: skip
    return (
        Plan("kanal", N_("How complaints arrived"), CASES, _keys(lists.CHANNELS),
             _case(lambda case: case.channel), is_public=True),
        Plan("bentuk-surat", N_("Form of the letter of complaint"), CASES, media,
             _case(lambda case: case.medium)),
        Plan("pelapor", N_("Reporters"), CASES, _REPORTERS, _case(lambda case: case.reporter),
             is_public=True),
        Plan("hubungan", N_("Relation of the reported person to the victim"), CASES,
             _keys(lists.RELATIONS), _case(lambda case: case.relation), is_public=True,
             note=N_("By the first reported person.")),
        Plan("tempat", N_("Place of the event"), CASES, _keys(lists.PLACES),
             _case(lambda case: case.place), is_public=True),
        Plan("kecamatan", N_("Subdistrict of the event"), CASES, places,
             _case(lambda case: case.subdistrict), is_public=True),
        Plan("risiko", N_("Level of risk"), CASES, _keys(lists.RISKS), _case(lambda case: case.risk)),
        Plan("layanan", N_("Services asked for"), CASES, _keys(lists.SERVICES),
             lambda case: ((case.services, ""),), is_multiple=True, is_public=True,
             note=_MANY.of(unit=CASES),
             unknown=N_("not named")),
        Plan("rujukan", N_("Referral in the answer"), CASES, referred,
             _case(lambda case: case.referral), unknown=None),
        Plan("rujukan-lembaga", N_("Referrals recorded, by institution and state"), _REFERRALS,
             _keys(consent.RECIPIENTS[1:]), lambda case: (((kind,), state) for kind, state in case.referrals),
             _keys(REFERRAL_STATES), unknown=None),
        Plan("keadaan", N_("State of the cases"), CASES, _STATES, _case(lambda case: case.state),
             unknown=None),
        Plan("hasil", N_("How cases ended"), CASES, (*_OUTCOMES, _OPEN),
             _case(lambda case: case.outcome or OPEN), is_public=True),
    )  # fmt: skip


def _keys(choices: Sequence[Choice]) -> tuple[Key, ...]:
    return tuple((choice.value, choice.label) for choice in choices)


def _persons(of: Callable[[Party], str]) -> Callable[[Counted], Iterable[tuple[Sequence[str], str]]]:
    return lambda case: (((of(victim),), victim.sex) for victim in case.victims)


def _violence(column: Callable[[Party], str]) -> Callable[[Counted], Iterable[tuple[Sequence[str], str]]]:
    return lambda case: ((case.violence, column(victim)) for victim in case.victims)


def _case(of: Callable[[Counted], str]) -> Callable[[Counted], Iterable[tuple[Sequence[str], str]]]:
    return lambda case: (((of(case),), ""),)


def overview(
    detailed: int, old: int, restricted: int, destroyed: int, late: int, merged: int, void: int
) -> Table:
    """Cases received; ``merged`` and ``void`` are not counted."""
    rows = (
        ("procedure", N_("under the procedure, detailed in the tables below"),
         detailed),
        ("old", N_("paper register (from the book)"), old),
        ("restricted", N_("access restricted, not detailed"), restricted),
        ("destroyed", N_("destroyed with minutes, not told in detail"), destroyed),
    )  # fmt: skip
    note = N_(
        "Registered after the end of the period: {late} cases (counted). Merged into other cases: {merged}; void registrations: {void} (neither is counted)."
    ).of(late=late, merged=merged, void=void)
    title = N_("Cases received")
    return plain_table("ikhtisar", title, CASES, rows, note, adds_up=True)


def mail(counts: Mapping[str, int]) -> Table:
    """Letters in and out."""
    words = {
        "in": N_("in, with an agenda number (notes of calls too)"),
        "struck": N_("struck among these"),
        **dict(kind.recap for kind in LETTER_KINDS.values()),
        "void": N_("numbers of letters that are void"),
    }
    note = N_("By the day of receipt (in) and the day of the letter (out), as in the mail logs.")
    rows = ((key, title, counts[key]) for key, title in words.items())
    return plain_table("surat", N_("Letters in and out"), _LETTERS, rows, note, adds_up=False)


def unanswered(days: int, late: Sequence[bool]) -> Table:
    """Cases waiting longer than ``days``; ``late``: of the period."""
    rows = (
        ("all", N_("not answered for more than {days} calendar days").of(days=days),
         len(late)),
        ("period", N_("received in this period among these"), sum(late)),
    )  # fmt: skip
    note = N_(
        "Cases received up to the end of the period that have no signed answer as the recap is made. "
        "Calendar days since the receipt, not working days."
    )
    return plain_table("belum-dijawab", N_("Not answered"), CASES, rows, note, adds_up=False)
