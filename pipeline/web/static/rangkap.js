// What a page does by itself: the place on the paper lights up, questions come and go with the answers, pages turn.
"use strict";

function lightUp(field) {
  document.querySelectorAll("figure rect").forEach((one) => one.setAttribute("width", "0"));
  const figure = field.dataset.box && document.querySelector(`figure[data-page="${field.dataset.page}"]`);
  if (!figure) return;
  const [x, y, width, height] = field.dataset.box.split(" ").map(Number);
  const rect = figure.querySelector("rect");
  for (const [name, value] of Object.entries({ x: x - 0.5, y: y - 0.5, width: width + 1, height: height + 1 }))
    rect.setAttribute(name, String(value));
  const sheets = figure.closest(".sheets");
  sheets.scrollTop = figure.offsetTop - sheets.offsetTop + (figure.clientHeight * y) / 100 - sheets.clientHeight / 3;
}

let asked = 0;
async function renew(form) {
  const mine = ++asked;
  const answer = await fetch(form.dataset.state, { method: "POST", body: new FormData(form), credentials: "same-origin" }).catch(() => null);
  if (!answer?.ok || answer.redirected || mine !== asked) return;  // the page is left, or its session is over
  const state = await answer.json().catch(() => null);
  if (!state) return;
  form.querySelectorAll("[data-field]").forEach((field) => {
    field.hidden = !state.applies.includes(field.dataset.field);
    const must = field.querySelector(".must");
    if (must) must.hidden = !state.required.includes(field.dataset.field);
  });
  form.querySelectorAll(".group").forEach((group) => {
    group.hidden = [...group.querySelectorAll("[data-field]")].every((field) => field.hidden);
  });
}

// The end of the link (behind #) goes into its field and out of the address; it was never sent anywhere.
function takeFromLink(field) {
  if (!field || location.hash.length < 2) return;
  field.value = decodeURIComponent(location.hash.slice(1));
  history.replaceState(null, "", location.pathname);
}

document.addEventListener("DOMContentLoaded", () => {
  document.querySelector("[data-first]")?.focus();
  takeFromLink(document.querySelector("[data-from-link]"));
  const form = document.querySelector("form[data-state]");
  if (!form) return;
  form.addEventListener("focusin", (event) => {
    const field = event.target.closest("[data-field]");
    if (field) lightUp(field);
  });
  form.addEventListener("change", () => renew(form));
  renew(form);
});

const KEYS = {
  KeyP() {
    const sheets = document.querySelector(".sheets");
    if (!sheets) return;
    const atEnd = sheets.scrollTop + sheets.clientHeight >= sheets.scrollHeight - 4;
    sheets.scrollTop = atEnd ? 0 : sheets.scrollTop + sheets.clientHeight * 0.9;
  },
  KeyS() {
    document.querySelector("main form[data-state]")?.requestSubmit();
  },
};

document.addEventListener("keydown", (event) => {
  if (!event.altKey || !event.shiftKey || !KEYS[event.code]) return;
  event.preventDefault();
  KEYS[event.code](event);
});
