"""Every declared act by the name that is typed.

Registration, the draft, prints of letters, accounts, rows of lists and templates have doors of their own.
"""

from collections.abc import Iterable, Mapping

from pipeline.kernel.people import Actor
from pipeline.kernel.text import Next
from pipeline.office.answer.approval import approve_letter, return_letter
from pipeline.office.answer.ask import BESIDE_ACTS
from pipeline.office.answer.attest import attest_copy, confirm_statement, refuse_statement
from pipeline.office.answer.clarify import record_clarification
from pipeline.office.answer.edited import leave_edited, take_edited
from pipeline.office.answer.electronic import check_signature, confirm_signature
from pipeline.office.answer.enter_number import enter_number
from pipeline.office.answer.mandate import end_mandate, record_mandate
from pipeline.office.answer.match import accept_scan, match_scan
from pipeline.office.answer.void_letter import void_letter
from pipeline.office.arrivals.arrange import join_arrivals, split_arrival
from pipeline.office.arrivals.aside import put_scan_aside
from pipeline.office.arrivals.danger_later import acknowledge_danger
from pipeline.office.arrivals.move_document import move_document
from pipeline.office.arrivals.strike import strike_arrival, unstrike_arrival
from pipeline.office.bookkeeping.days_off import add_holidays, remove_holiday
from pipeline.office.cases.add_call import add_call
from pipeline.office.cases.add_letter import add_letter
from pipeline.office.cases.assign import assign_officer
from pipeline.office.cases.clocks import answer_clock, start_clock
from pipeline.office.cases.conflicts import declare_conflict, lift_conflict, record_conflict
from pipeline.office.cases.crisis import declare_crisis, take_crisis
from pipeline.office.cases.enquire import enquire, set_password, withdraw_password
from pipeline.office.cases.erasure import grant_erasure, lift_restriction, record_erasure, refuse_erasure
from pipeline.office.cases.inform import inform_victim
from pipeline.office.cases.sender import decide_sender
from pipeline.office.cases.transcribe import study_language, transcribe_document
from pipeline.office.cases.vet import return_report, verify_report
from pipeline.office.delivery.close import close_case, record_simfoni, reopen_case
from pipeline.office.delivery.deliver import record_delivery
from pipeline.office.delivery.deliver_late import record_late_delivery
from pipeline.office.delivery.divide import divide_case
from pipeline.office.delivery.merge import merge_case, unmerge_case
from pipeline.office.delivery.send import send
from pipeline.office.delivery.void_case import void_case
from pipeline.office.disposal.destroy import destroy_disposal
from pipeline.office.disposal.dispose import approve_disposal, propose_disposal, withdraw_disposal
from pipeline.office.disposal.hold import lift_hold, place_hold
from pipeline.office.engine.declare import Act
from pipeline.office.keeping.key_keeping import rotate_key
from pipeline.office.letters.confirm_clock import confirm_clock
from pipeline.office.papers.decide import record_decision
from pipeline.office.papers.sheets import print_sheet
from pipeline.office.victims.victims_copy_hand import COPY_ACTS

ACTS: tuple[Act, ...] = (
    join_arrivals,
    split_arrival,
    strike_arrival,
    unstrike_arrival,
    add_letter,
    add_call,
    acknowledge_danger,
    take_crisis,
    declare_crisis,
    decide_sender,
    record_conflict,
    declare_conflict,
    lift_conflict,
    enquire,
    set_password,
    withdraw_password,
    record_erasure,
    grant_erasure,
    refuse_erasure,
    lift_restriction,
    inform_victim,
    verify_report,
    return_report,
    assign_officer,
    study_language,
    transcribe_document,
    *BESIDE_ACTS,
    record_clarification,
    print_sheet,
    record_decision,
    approve_letter,
    return_letter,
    take_edited,
    leave_edited,
    void_letter,
    match_scan,
    accept_scan,
    put_scan_aside,
    attest_copy,
    confirm_statement,
    refuse_statement,
    enter_number,
    check_signature,
    confirm_signature,
    record_mandate,
    end_mandate,
    start_clock,
    answer_clock,
    confirm_clock,
    add_holidays,
    remove_holiday,
    send,
    record_delivery,
    record_late_delivery,
    void_case,
    close_case,
    reopen_case,
    move_document,
    divide_case,
    merge_case,
    unmerge_case,
    record_simfoni,
    place_hold,
    lift_hold,
    propose_disposal,
    approve_disposal,
    withdraw_disposal,
    destroy_disposal,
    rotate_key,
    *COPY_ACTS,
)
BY_COMMAND: Mapping[str, Act] = {act.command: act for act in ACTS}


def theirs(actor: Actor, steps: Iterable[Next]) -> list[Next]:
    """Those of ``steps`` that are no act, or one that ``actor`` may do."""
    return [one for one in steps if one.act not in BY_COMMAND or actor.is_any(*BY_COMMAND[one.act].roles)]
