// While somebody types into a form: what is wrong is said where it is left, what was typed is kept, and keys lead through it.
"use strict";

const field = (one) => one?.closest?.("[data-field]");
const shown = (one) => !one.closest("[hidden]");
const entry = (one) => one.querySelector("select, textarea, input:not([type=hidden])");
const isEmpty = (one) => {
  const ticks = [...one.querySelectorAll("input[type=checkbox]")];
  return ticks.length ? !ticks.some((each) => each.checked) : !entry(one)?.value.trim();
};

function tell(one, said) {
  const place = one.querySelector(".said");
  if (!place) return;
  place.textContent = said;
  place.hidden = !said;
  one.classList.toggle("wrong", Boolean(said));
  const asked = entry(one);
  if (asked) said ? asked.setAttribute("aria-invalid", "true") : asked.removeAttribute("aria-invalid");
}

function needsLook(one) {
  const must = one.querySelector(".must");
  const isMissing = must && !must.hidden && isEmpty(one);
  return shown(one) && (one.classList.contains("wrong") || one.dataset.proposed === "doubtful" || isMissing);
}

function count(form) {
  const place = form.querySelector("[data-count]");
  if (!place) return;
  const left = [...form.querySelectorAll("[data-field]")].filter(needsLook).length;
  place.textContent = left ? place.dataset.words.replace("{count}", left) : place.dataset.none;
}

// What was proposed is a proposal no more: it was looked at and stands, or something else was typed.
function settle(one, isLooked) {
  if (!one.dataset.proposed) return;
  delete one.dataset.proposed;
  one.classList.remove("doubtful");
  one.querySelectorAll("[data-mark]").forEach((mark) => (mark.hidden = !isLooked || mark.dataset.mark !== "looked"));
  one.querySelectorAll("[data-accept]").forEach((button) => (button.hidden = true));
  if (!isLooked) return;
  const kept = Object.assign(document.createElement("input"), { type: "hidden", name: "looked", value: one.dataset.field });
  one.closest("form").prepend(kept);
}

function jump(form) {
  const all = [...form.querySelectorAll("[data-field]")];
  const at = all.indexOf(field(document.activeElement));
  const next = [...all.slice(at + 1), ...all.slice(0, at + 1)].find(needsLook);
  const aim = next ? entry(next) : form.querySelector(".save button");
  aim?.focus();
  if (aim?.select && aim.type !== "checkbox") aim.select();
}

function take(one, words) {
  const asked = entry(one);
  if (asked.tagName === "SELECT") {
    const option = [...asked.options].find((each) => each.textContent === words || each.value === words);
    if (option) asked.value = option.value;
  } else if (asked.type === "checkbox") {
    const wanted = words.split(/[,;] */);
    one.querySelectorAll("label.tick").forEach((each) => (each.firstElementChild.checked = wanted.includes(each.textContent.trim())));
  } else asked.value = words;
  asked.focus();
  asked.dispatchEvent(new Event("change", { bubbles: true }));
}

function officeTime(form) {
  const passed = (performance.now() - form.opened) / 1000;
  const now = Math.floor((Number(form.dataset.now) + passed) / 60) % 1440;
  return `${String(Math.floor(now / 60)).padStart(2, "0")}.${String(now % 60).padStart(2, "0")}`;
}

const PEOPLE = ["victim_name", "victim_age", "victim_phone", "reporter_name", "reporter_phone", "reported_name", "guardian_name", "place_kecamatan"];
let compared = "";
function compare(form) {
  const said = PEOPLE.map((name) => form.elements[name]?.value ?? "").join("\n");
  if (said === compared || !said.trim()) return;
  compared = said;
  document.getElementById("earlier")?.dispatchEvent(new Event("people"));
}

function turn(sheets, by) {
  const figures = [...sheets.querySelectorAll("figure")];
  const seen = figures.findIndex((one) => one.offsetTop + one.clientHeight - sheets.offsetTop > sheets.scrollTop + 8);
  const aim = figures[Math.max(0, seen) + by] ?? (by > 0 ? figures[0] : figures[0]);
  sheets.scrollTop = aim ? aim.offsetTop - sheets.offsetTop : 0;
}

function zoom(sheets, by) {
  sheets.dataset.zoom = Math.min(3, Math.max(0, Number(sheets.dataset.zoom) + by));
  const lit = sheets.querySelector("rect[width]:not([width='0'])");
  if (lit) lit.scrollIntoView({ block: "center", inline: "center" });
}

// The forms that are kept and led through by keys: a letter, a call.
function lead(form) {
  form.opened = performance.now();
  let waits = 0;
  let isLeft = false;
  const sheets = document.querySelector(".sheets");
  const ask = () => {
    clearTimeout(waits);
    if (!isLeft) renew(form);
  };
  const typed = () => {
    if (!form.elements.keep) form.prepend(Object.assign(document.createElement("input"), { type: "hidden", name: "keep", value: "1" }));
  };
  const accept = (one) => {
    if (!one?.dataset.proposed) return;
    settle(one, true);
    typed();
    ask();
  };
  const DO = {
    jump: () => jump(form),
    turn: () => sheets && turn(sheets, 1),
    "turn-back": () => sheets && turn(sheets, -1),
    larger: () => sheets && zoom(sheets, 1),
    smaller: () => sheets && zoom(sheets, -1),
    "accept-all": () => {
      form.querySelectorAll("[data-proposed=sure]").forEach((one) => shown(one) && settle(one, true));
      typed();
      ask();
      jump(form);
    },
  };
  const pick = (number) => {
    const offers = field(document.activeElement)?.querySelectorAll("[data-take], [data-now]");
    offers?.[number - 1]?.click();
  };
  const save = (then) => {
    const button = form.querySelector(then ? "[name=then]" : ".save button");
    if (button) form.requestSubmit(button);
  };
  Object.assign(KEYS, {
    KeyU: DO["accept-all"], KeyJ: DO.jump, KeyP: DO.turn, KeyO: DO["turn-back"], KeyB: DO.larger, KeyK: DO.smaller,
    KeyS: () => save(false), KeyN: () => save(true),
    KeyD: () => document.querySelector("#earlier input, #earlier a")?.focus(),
    Digit1: () => pick(1), Digit2: () => pick(2), Digit3: () => pick(3), Digit4: () => pick(4),
  });
  document.addEventListener("click", (event) => {
    const button = event.target.closest("button[type=button]");
    if (!button) return;
    if (button.dataset.do) DO[button.dataset.do]?.();
    else if ("accept" in button.dataset) {
      accept(field(button));
      jump(form);
    } else if (button.dataset.take) take(field(button), button.dataset.take);
    else if ("now" in button.dataset) take(field(button), officeTime(form));
  });
  form.addEventListener("keydown", (event) => {
    const one = field(event.target);
    const isLong = event.target.tagName === "TEXTAREA";
    if (event.key !== "Enter" || event.altKey || event.shiftKey || !one || isLong !== event.ctrlKey || event.target.tagName === "BUTTON") return;
    event.preventDefault();
    accept(one);
    jump(form);
  });
  form.addEventListener("input", (event) => {
    const one = field(event.target);
    if (one) settle(one, false);
    typed();
    clearTimeout(waits);
    waits = setTimeout(ask, 700);
    count(form);
  });
  form.addEventListener("change", (event) => {
    const one = field(event.target);
    if (one) settle(one, false);
    typed();
    compare(form);
  }, true);
  const leave = () => {
    const said = new FormData();
    said.append("csrfmiddlewaretoken", form.elements.csrfmiddlewaretoken.value);
    navigator.sendBeacon(form.dataset.left, said);
  };
  document.addEventListener("submit", ({ target }) => {
    isLeft = true;
    clearTimeout(waits);
    if (target !== form && target.id !== "discard") leave();
  });
  addEventListener("pagehide", () => isLeft || leave());
  form.addEventListener("state", () => {
    compare(form);
    if (document.activeElement === document.body) jump(form);
  }, { once: true });
}

document.addEventListener("DOMContentLoaded", () => {
  const form = document.querySelector("form[data-state]");
  if (!form) return;
  const left = new Set([...form.querySelectorAll("[data-field]")].filter((one) => one.classList.contains("wrong") || !isEmpty(one)));
  const typed = new Set();  // what was refused stays told until something else is typed there
  let wrong = {};
  const judge = (one) => {
    const said = wrong[one.dataset.field] ?? "";
    if (said ? left.has(one) && !one.contains(document.activeElement) : typed.has(one)) tell(one, said);
  };
  for (const name of ["input", "change"]) form.addEventListener(name, (event) => typed.add(field(event.target)));
  form.addEventListener("focusout", (event) => {
    const one = field(event.target);
    if (!one || one.contains(event.relatedTarget)) return;
    left.add(one);
    setTimeout(() => released.then(() => judge(one)));
  });
  form.addEventListener("state", ({ detail }) => {
    wrong = detail.wrong ?? {};
    form.querySelectorAll("[data-field]").forEach((one) => {
      judge(one);
      const note = one.querySelector("[data-note]");
      if (note) {
        note.textContent = detail.notes?.[one.dataset.field] ?? "";
        note.hidden = !note.textContent;
      }
    });
    const kept = form.querySelector("[data-kept]");
    if (kept && detail.kept) {
      kept.textContent = kept.dataset.words.replace("{at}", detail.kept);
      form.querySelector("[data-discard]").hidden = false;
    }
    count(form);
  });
  if ("keys" in form.dataset) lead(form);
});

// A piece of a page that renews itself takes the focus along: to the same thing, or to the nearest that is left.
let before = null;
const reachable = "a[href], button, input:not([type=hidden]), select, textarea, [tabindex='0']";
document.addEventListener("htmx:beforeSwap", ({ detail }) => {
  const one = document.activeElement;
  if (!detail.target.contains(one) || one === detail.target) return;
  const at = [...detail.target.querySelectorAll(reachable)].indexOf(one);
  before = { at, id: one.id, href: one.getAttribute("href"), name: one.name, value: one.value };
});
document.addEventListener("htmx:afterSwap", ({ detail }) => {
  const was = before;
  before = null;
  if (!was || document.activeElement !== document.body) return;
  const all = [...detail.target.querySelectorAll(reachable)];
  const same = all.find((one) => (was.id ? one.id === was.id : was.href ? one.getAttribute("href") === was.href : one.name && one.name === was.name && one.value === was.value));
  (same ?? all[Math.min(was.at, all.length - 1)] ?? document.getElementById("content"))?.focus();
});
