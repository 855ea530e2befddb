"""The tags and filters of the templates."""

import re
from collections.abc import Iterable
from datetime import date, datetime
from functools import cache
from typing import Any

from django import template
from django.template import Context
from django.utils.html import escape, format_html
from django.utils.safestring import mark_safe

from pipeline.cases.fields.days import short_day
from pipeline.cases.fields.field import Field, Kind
from pipeline.cases.fields.table import BY_NAME
from pipeline.kernel.clock import read_stamp
from pipeline.kernel.errors import suppressed
from pipeline.kernel.text import N_, Next, Text, text_of
from pipeline.office.base import stored
from pipeline.office.base.value_labels import word_of
from pipeline.office.letters import templates
from pipeline.office.overview import health
from pipeline.web import menu
from pipeline.web.health_findings import FindingInWords, finding_in_words
from pipeline.web.links import link_to
from pipeline.web.session import language, office, pop_message, session_of

register = template.Library()


@register.simple_tag(takes_context=True)
def say(context: Context, sentence: str, /, msgctxt: str = "", **fields: Any) -> str:
    """Into the reader's language, with its places filled."""
    return text_of(sentence, msgctxt).fill(language(context["request"]), **fields)


@register.simple_tag(takes_context=True)
def message(context: Context, words: Text, /, **fields: Any) -> str:
    """Words in the reader's language, with their places filled."""
    return words.fill(language(context["request"]), **fields)


@register.simple_tag(takes_context=True)
def links(context: Context, steps: Iterable[Next]) -> str:
    """Next steps: links, or commands for the server."""
    lang = language(context["request"])
    rows = [
        format_html('<a href="{}">{}</a>', address, words)
        if address
        else format_html("<code>{}</code> ({})", words, N_("on the server").fill(lang))
        for words, address in dict.fromkeys(link_to(step, lang) for step in steps)
    ]
    return format_html(' <span class="links">{}</span>', mark_safe(" · ".join(rows))) if rows else ""  # noqa: S308 - escaped


@register.simple_tag(takes_context=True)
def done_before(context: Context) -> str:
    """What the previous act did, said once."""
    return pop_message(context["request"])


@register.simple_tag(takes_context=True)
def word(context: Context, kind: str, value: object) -> str:
    """A stored value in the reader's language."""
    return word_of(kind, value).fill(language(context["request"]))


@register.simple_tag(takes_context=True)
def typed(context: Context, label: str) -> str:
    """Mark an answer in own words as Indonesian."""
    lang = language(context["request"])
    field = _by_label(lang).get(label)
    is_typed = field is None or field.kind not in (Kind.CHOICE, Kind.CHOICES, Kind.YESNO)
    return mark_safe(' lang="id"') if lang != "id" and is_typed else ""


@cache
def _by_label(lang: str) -> dict[str, Field]:
    return {field.label.fill(lang): field for field in BY_NAME.values()}


@register.simple_tag(takes_context=True)
def note(context: Context, text: str) -> str:
    """A note beside a scan; parts without English are marked as Indonesian."""
    lang = language(context["request"])
    parts = [
        format_html(
            '<span lang="id">{}</span>' if lang == "en" and part.id == part.en else "{}", part.fill(lang)
        )
        for part in stored.note_parts(text)
    ]
    return mark_safe("; ".join(parts).replace(".; ", ". "))  # noqa: S308 - every part is escaped above


@register.simple_tag(takes_context=True)
def lang(context: Context) -> str:
    """The language of the page."""
    return language(context["request"])


@register.simple_tag(takes_context=True)
def alarms(context: Context) -> list[FindingInWords]:
    """What everybody must know; empty for a locked account."""
    with suppressed("office.account_locked"):
        points = health.alarms(session_of(context["request"]))
        return [finding_in_words(point, language(context["request"])) for point in points]
    return []


@register.simple_tag(takes_context=True)
def settings_tabs(context: Context) -> list[menu.Entry]:
    """The settings pages for this person."""
    actor = session_of(context["request"]).actor
    return [entry for entry in menu.SETTINGS if actor.is_any(*entry.roles)]


@register.simple_tag(takes_context=True)
def main_menu(context: Context) -> list[tuple[str, str, bool]]:
    """Words, address, and whether it is open."""
    with suppressed("office.account_locked"):
        entries = menu.entries(context["request"], session_of(context["request"]))
        return [(entry.title.fill(language(context["request"])), url, here) for entry, url, here in entries]
    return []


_TYPED = re.compile(r"`([^`]+)`")


@register.filter
def coded(text: str) -> str:
    """Show words between backquotes as code."""
    return mark_safe(_TYPED.sub(r"<code>\1</code>", escape(text)))  # noqa: S308 - escaped before


@register.filter
def unasked(label: str) -> str:
    """A question as the label of its answer."""
    return label.rstrip("?")


@register.filter
def day(written: str) -> str:
    """An ISO 8601 day as 24-11-2026."""
    return short_day(date.fromisoformat(written)) if written else ""


@register.filter
def moment(stamp: str) -> str:
    """A UTC stamp as 24-11-2026 08.05."""
    return read_stamp(stamp).astimezone(office().zone).strftime("%d-%m-%Y %H.%M") if stamp else ""


@register.simple_tag(takes_context=True)
def template_title(context: Context, name: str) -> str:
    """What a template is for."""
    return templates.title_of_template(name).fill(language(context["request"]))


@register.filter
def at(instant: datetime) -> str:
    """A moment as 24-11-2026 08.05."""
    return instant.astimezone(office().zone).strftime("%d-%m-%Y %H.%M")
