"""The first sign-in, by the link that ``rangkap start`` prints."""

from django.contrib.auth import authenticate
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods

from pipeline.kernel.errors import Refusal
from pipeline.kernel.text import Next
from pipeline.office.base import first_sign_in, sign_in
from pipeline.web import refusals, texts
from pipeline.web.door import language, open_to_all
from pipeline.web.pages.signing import enter
from pipeline.web.sign_in import OfficeBackend, office


@open_to_all
@sensitive_post_parameters("word", "new", "again")
@require_http_methods(["GET", "POST"])
def first(request: HttpRequest) -> HttpResponse:
    """Ask for the word of the link and for the admin's own; wrong ones count as at the sign-in."""
    if not (account := first_sign_in.waiting(office())):
        return redirect("sign-in")
    if request.method == "GET":
        return _form(request, account)
    word, new = request.POST.get("word", "").strip(), request.POST.get("new", "")
    if new != request.POST.get("again", ""):
        return _form(request, account, texts.ALL["word.differs"].fill(language(request)), word)
    try:
        sign_in.need_strong(account, word, new, sign_in.names_of(office()))
    except Refusal as error:
        return _form(request, account, refusals.told(error, language(request)), word)
    if authenticate(request, username=account, password=word) is None:
        again = Next("reset-at-console", account)
        said = refusals.with_next(texts.ALL["first.wrong"].fill(language(request)), [again])
        return _form(request, account, said, status=401)
    sign_in.choose_word(office(), account, new)
    enter(request, OfficeBackend().get_user(account), must_change=False)
    return redirect("home")


def _form(
    request: HttpRequest, account: str, trouble: str = "", word: str = "", status: int = 400
) -> HttpResponse:
    shown = {
        "account": account,
        "office": office()["kantor.nama"],
        "trouble": trouble,
        "word": word,
        "least": sign_in.LEAST,
    }
    return render(request, "web/first.html", shown, status=status if trouble else 200)
