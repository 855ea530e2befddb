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

// While something is pressed nothing moves: a button that goes away under the mouse was not pressed.
let released = Promise.resolve();
addEventListener("pointerdown", ({ button, target }) => {
  if (button || target.closest("select")) return;  // what opens takes the end of the press for itself
  released = new Promise((done) => {
    for (const name of ["pointerup", "pointercancel"]) addEventListener(name, () => setTimeout(done), { once: true, capture: true });
  });
}, true);

let asked = 0;
async function renew(form) {
  const mine = ++asked;
  const answer = await fetch(form.dataset.state, { method: "POST", body: new FormData(form), credentials: "same-origin" }).catch(() => null);
  await released;
  if (!answer?.ok || answer.redirected || mine !== asked) return;  // the page is left, or its session is over
  const state = await answer.json().catch(() => null);
  if (!state) return;
  form.querySelectorAll("[data-field]").forEach((field) => {
    field.hidden = !state.applies.includes(field.dataset.field);
    const must = field.querySelector(".must");
    if (must) must.hidden = !state.required.includes(field.dataset.field);
    const needed = field.querySelector(".needed");
    if (needed) needed.hidden = !must.hidden || !state.blocks.includes(field.dataset.field);
  });
  form.querySelectorAll(".group").forEach((group) => {
    const fields = [...group.querySelectorAll("[data-field]")];
    group.hidden = fields.length > 0 && fields.every((field) => field.hidden);
  });
  form.dispatchEvent(new CustomEvent("state", { detail: state }));
  form.dataset.heard = String(mine);
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

// Files are handed in one by one, each with its progress; what came is a row that asks by itself what became of it.
function handIn(form) {
  const input = form.querySelector("input[type=file]"), rows = document.querySelector("#rows"), queue = [];
  const button = form.querySelector("button"), words = form.dataset;
  let busy = false;

  function row(file, said, again) {
    const line = document.createElement("li");
    const name = line.appendChild(document.createElement("span"));
    name.className = "name";
    name.textContent = file.name;
    line.appendChild(document.createElement("span")).textContent = said;
    if (said) line.className = "trouble";
    if (again) act(line, words.again, () => { line.remove(); add(file); });
    document.querySelector("[data-none]").hidden = true;
    return line;
  }
  function act(line, label, done) {
    const one = line.appendChild(document.createElement("button"));
    one.type = "button";
    one.className = "quiet";
    one.textContent = label;
    one.addEventListener("click", done);
    return one;
  }
  function add(file, isFolder) {
    const wrong = isFolder ? words.folder : !file.size ? words.empty : file.size > Number(words.limit) ? words.large : "";
    if (wrong) return void rows.prepend(row(file, wrong, false));
    const line = row(file, "", false);
    rows.prepend(line);
    const bar = line.appendChild(document.createElement("progress"));
    bar.max = file.size;
    bar.value = 0;
    bar.setAttribute("aria-label", `${words.sending}: ${file.name}`);
    const job = { file, line, bar, request: null };
    act(line, words.cancel, () => {
      if (job.request) return job.request.abort();
      queue.splice(queue.indexOf(job), 1);
      line.replaceWith(row(file, words.cancelled, true));
    });
    queue.push(job);
    next();
  }
  function next() {
    if (busy || !queue.length) return;
    busy = true;
    const { file, line, bar } = queue[0], body = new FormData(), request = new XMLHttpRequest();
    queue.shift().request = request;
    body.append("csrfmiddlewaretoken", form.elements.csrfmiddlewaretoken.value);
    body.append("folder", form.elements.folder?.value || "");
    body.append("files", file, file.name);
    const end = (made) => {
      const had = line.contains(document.activeElement);
      line.replaceWith(...made);
      made.forEach((one) => window.htmx?.process(one));
      if (had) button.focus();
      busy = false;
      next();
    };
    request.upload.addEventListener("progress", (event) => { bar.value = Math.min(file.size, event.loaded); });
    request.addEventListener("load", () => {
      const type = request.getResponseHeader("Content-Type") || "";
      const made = new DOMParser().parseFromString(request.responseText, "text/html").querySelectorAll("body > li");
      const own = [...made].map((one) => document.importNode(one, true));
      if (own.length && !own[0].querySelector(".name").textContent) own[0].querySelector(".name").textContent = file.name;
      if (own.length) end(own);
      else end([row(file, type.startsWith("text/plain") ? request.responseText : words.old, true)]);
    });
    request.addEventListener("error", () => end([row(file, words.broken, true)]));
    request.addEventListener("abort", () => end([row(file, words.cancelled, true)]));
    request.open("POST", form.action);
    request.setRequestHeader("X-Piece", "1");
    request.send(body);
  }
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    [...input.files].forEach((one) => add(one));
    form.reset();
  });
  const zone = form.querySelector(".drop");
  window.addEventListener("dragover", (event) => event.preventDefault());
  window.addEventListener("drop", (event) => event.preventDefault());
  for (const [name, over] of [["dragenter", true], ["dragover", true], ["dragleave", false], ["drop", false]])
    zone.addEventListener(name, () => zone.classList.toggle("over", over));
  zone.addEventListener("drop", (event) => {
    const items = [...event.dataTransfer.items].map((one) => [one.getAsFile(), Boolean(one.webkitGetAsEntry?.()?.isDirectory)]);
    items.filter(([file]) => file).forEach(([file, isFolder]) => add(file, isFolder));
  });
  window.addEventListener("beforeunload", (event) => { if (busy) event.preventDefault(); });
}

document.addEventListener("DOMContentLoaded", () => document.querySelectorAll("form[data-upload]").forEach(handIn));

// Who presses a button twice in haste has pressed it once.
document.addEventListener("submit", (event) => {
  const form = event.target;
  if (form.pressed && form.pressed === event.submitter) event.preventDefault();
  if (event.defaultPrevented) return;
  form.pressed = event.submitter;
  setTimeout(() => { form.pressed = null; }, 3000);
});
