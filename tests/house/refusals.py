"""What the software refuses, step by step (SOP steps 1–14), and the tests that show it.

``REQUIRES`` names the requirements of the table of moves that belong to a refusal; every one of the table belongs to one.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Refusal:
    """One thing that is refused in ``step``: in words, the tests that show it, and the ``requires`` of the moves behind it."""

    step: int
    words: str
    tests: tuple[str, ...]
    requires: tuple[str, ...] = ()


REFUSALS = (
    Refusal(
        1, "losing or overwriting an original",
        (
            "archive/test_deposit.py::test_a_filed_document_is_never_overwritten",
            "intake/test_samba.py::test_a_scanner_that_uses_one_name_for_every_letter_gives_every_letter",
            "office/test_receive.py::test_the_same_content_twice_is_one_arrival_and_the_second_leads_to_the_first",
            "office/test_steps_refused.py::test_an_original_is_written_once_and_never_over",
        ),
    ),
    Refusal(
        1, "an identity left silently blank",
        (
            "cases/test_validate.py::test_an_empty_form_names_what_must_be_answered",
            "cases/test_validate.py::test_an_unnamed_reporter_and_an_unknown_victim_are_allowed_with_a_reason",
            "office/test_register.py::test_wrong_answers_change_nothing_and_use_no_number",
        ),
    ),
    Refusal(
        2, "the reported person as safe contact",
        (
            "cases/test_safety.py::test_the_reported_person_is_refused_as_contact",
            "cases/test_safety.py::test_a_further_reported_person_is_refused_too",
            "cases/test_safety.py::test_the_number_of_the_reported_person_is_refused",
            "office/test_steps_refused.py::test_no_case_is_opened_with_the_reported_person_or_the_shared_home_as_contact",
        ),
    ),
    Refusal(
        2, "the shared home as safe contact",
        (
            "cases/test_safety.py::test_the_shared_home_is_refused_however_it_is_spelt",
            "office/test_steps_refused.py::test_no_case_is_opened_with_the_reported_person_or_the_shared_home_as_contact",
        ),
    ),
    Refusal(
        3, "ticking the explanation for a letter whose draft lacks the list of services",
        (
            "office/test_steps_refused.py::test_for_a_letter_the_services_are_explained_by_its_draft_alone",
            "letters/test_rules.py::test_no_service_offered_is_refused",
        ),
        ("services_explained",),
    ),
    Refusal(
        4, "closing a phone case without the advice and the caller's answer",
        (
            "cases/test_validate.py::test_answers_that_contradict_or_leave_out_are_refused",
            "office/test_phone.py::test_a_call_is_not_closed_without_advice_and_answer",
        ),
        ("advice", "caller_answer"),
    ),
    Refusal(
        5, "revealing the reporter",
        (
            "letters/test_rules.py::test_a_letter_edited_wrongly_is_named_by_its_rule",
            "letters/test_rules.py::test_a_matter_that_cannot_be_answered_so_is_named_by_its_rule",
            "letters/test_black.py::test_who_reported_for_her_goes_with_number_and_institution",
            "office/test_inform.py::test_the_slip_says_nothing_of_the_matter_the_office_or_the_reporter",
        ),
    ),
    Refusal(
        5,
        "contact outside the hours she allowed, or by another way",
        (
            "office/test_inform.py::test_outside_her_hours_the_number_is_not_even_shown",
            "office/test_inform.py::test_a_contact_against_the_rules_that_took_place_is_recorded_with_its_reason",
            "cases/test_contact_hours.py::test_what_is_not_understood_is_not_guessed",
        ),
        ("safe_contact",),
    ),
    Refusal(
        6, "verifying one's own entry",
        (
            "office/test_sheets.py::test_nobody_verifies_an_entry_of_their_own_unless_the_office_is_one_person",
            "office/test_sheets.py::test_outside_a_trial_home_the_same_user_under_another_account_does_not_verify_their_entry",
            "cli/test_vet.py::test_without_a_terminal_the_list_is_told_and_nobody_verifies_their_own_entry",
        ),
        ("four_eyes",),
    ),
    Refusal(
        7, "assignment by anyone but the chair or a recorded delegate",
        (
            "office/test_sheets.py::test_four_eyes_verify_and_the_chair_assigns",
            "office/test_steps_refused.py::test_nobody_assigns_but_the_chair_and_who_is_recorded_for_her",
            "office/test_conflict.py::test_it_is_not_assigned_to_who_is_blocked_and_waits_for_another",
        ),
        ("officer",),
    ),
    Refusal(
        8, "changing the original text",
        (
            "office/test_sign.py::test_both_signed_copies_complete_the_letter_and_are_filed",
            "office/test_transcribe.py::test_it_is_filed_as_a_derivative_with_who_typed_and_the_scan_stays",
            "office/test_answer.py::test_a_clarification_changes_nothing_that_was_written_and_has_no_day_to_come",
            "office/test_tampering_rows.py::test_every_row_that_is_tampered_with_is_named_and_nothing_else",
        ),
    ),
    Refusal(
        9, "a draft for the chair while required gaps are open and not declared",
        (
            "office/test_answer.py::test_no_draft_while_a_required_gap_is_open",
            "cases/test_completeness.py::test_the_unclear_letter_may_not_be_drafted",
            "cases/test_completeness.py::test_an_empty_reason_declares_nothing",
        ),
        ("no_gaps",),
    ),
    Refusal(
        10, "unfilled fields; a letter without the invitation of step 13",
        (
            "letters/test_rules.py::test_a_letter_edited_wrongly_is_named_by_its_rule",
            "office/test_answer.py::test_a_letter_that_breaks_a_rule_does_not_reach_the_chair",
            "office/test_edited_refused.py::test_an_edit_is_checked_like_a_draft_and_says_what_is_wrong",
        ),
        ("letter_rules",),
    ),
    Refusal(
        11, "signing by anyone but a signatory in office",
        (
            "office/test_filing_core.py::test_a_letter_drafted_for_a_signatory_whose_term_is_over_is_not_approved",
            "office/test_mandate.py::test_a_draft_is_signed_by_the_chair_again_after_the_mandate_was_ended",
            "office/test_mandate.py::test_a_letter_of_a_day_without_anybody_in_office_is_not_drafted_and_not_approved",
        ),
        ("signatory",),
    ),
    Refusal(
        11, "a change after the freeze",
        (
            "office/test_filing_core.py::test_a_copy_that_was_changed_in_the_archive_is_not_printed",
            "office/test_answer.py::test_an_approved_letter_has_number_day_and_two_copies_with_codes_of_their_own",
            "office/test_edited_refused.py::test_an_edit_of_an_approved_or_signed_letter_says_what_to_do",
        ),
    ),
    Refusal(
        11, "one copy only, unless the officer's statement is confirmed by the chair",
        (
            "letters/test_rules.py::test_a_single_copy_is_refused",
            "office/test_sign.py::test_a_copy_scanned_again_is_set_aside_and_the_first_scan_counts",
            "office/test_attest.py::test_one_and_the_same_account_does_not_state_and_confirm",
            "office/test_attest.py::test_what_is_refused_says_why",
        ),
        ("copy_1", "copy_2"),
    ),
    Refusal(
        11, "a number used twice",
        (
            "records/test_numbers.py::test_the_same_letter_number_twice_is_refused_and_the_transaction_can_go_on",
            "office/test_answer_together.py::test_two_letters_approved_at_once_get_two_numbers_without_a_gap",
        ),
        ("number", "date"),
    ),
    Refusal(
        12, "filing without copy 2",
        (
            "office/test_sign.py::test_a_copy_scanned_again_is_set_aside_and_the_first_scan_counts",
            "office/test_attest.py::test_a_confirmed_statement_waits_for_copy_two",
        ),
        ("copy_2",),
    ),
    Refusal(
        12, "deletion",
        (
            "records/test_guards.py::test_no_guarded_row_can_be_taken_away_by_sql",
            "records/test_guards.py::test_an_append_only_row_cannot_be_changed_by_sql",
            "office/test_steps_refused.py::test_what_is_taken_away_from_the_archive_is_named",
        ),
    ),
    Refusal(
        13, "an unsafe address",
        (
            "office/test_deliver.py::test_no_way_that_the_contact_does_not_allow",
            "office/test_deliver.py::test_a_letter_that_the_reported_person_took_is_recorded_as_danger_and_never_as_delivered",
            "cases/test_delivery.py::test_a_contact_at_the_shared_home_is_no_way",
        ),
        ("safe_contact",),
    ),
    Refusal(
        13, "a letter whose safe contact has changed since",
        (
            "office/test_deliver.py::test_a_contact_that_changes_withdraws_the_letter_and_its_receipt",
            "office/test_deliver.py::test_the_safe_contact_is_checked_again_at_print_and_at_dispatch",
            "office/test_forms.py::test_an_envelope_bears_the_letters_id_and_is_refused_once_the_contact_changed",
        ),
        ("contact", "safe_contact"),
    ),
    Refusal(
        13, "a delivery to the old address after the change, entered later",
        (
            "office/test_deliver_late.py::test_what_reached_the_old_address_after_the_change_is_no_delivery",
            "office/test_deliver_late.py::test_on_the_day_of_the_change_the_time_decides",
        ),
        ("contact_of_that_day",),
    ),
    Refusal(
        13, "answering the next letter before the answer to the one before is delivered",
        ("office/test_answer_again.py::test_the_earlier_answer_is_delivered_before_the_further_letter_is_answered",),
        ("delivered",),
    ),
    Refusal(
        14, "closing with something missing for that outcome, or without a reason where one is owed",
        (
            "office/test_close.py::test_each_outcome_has_requirements_of_its_own",
            "office/test_close.py::test_nothing_is_closed_while_answer_or_signed_receipt_is_missing",
            "office/test_close.py::test_without_an_answer_the_chair_alone_closes_with_a_reason",
        ),
        ("outcome", "reason"),
    ),
    Refusal(
        14, "identities in a recap",
        (
            "cli/test_recap.py::test_no_name_and_no_number_of_a_case_stands_in_any_recap",
            "cli/test_recap.py::test_for_publication_no_number_from_one_to_four_is_left_and_nothing_finer",
        ),
    ),
)  # fmt: skip
