// The page of a case and of its papers: parts by tabs, identities that close with the page, pages that turn and grow.
"use strict";

// One part at a time; without this all of them stand one below the other, and the tabs lead there.
function part(tabs, wanted) {
  const links = [...tabs.querySelectorAll("a")];
  const open = links.find((one) => one.hash === wanted) ?? links[0];
  for (const one of links) {
    if (one === open) one.setAttribute("aria-current", "true");
    else one.removeAttribute("aria-current");
    document.querySelector(one.hash).hidden = one !== open;
  }
}

function parts() {
  const tabs = document.querySelector("[data-tabs]");
  if (!tabs) return;
  part(tabs, location.hash);
  tabs.addEventListener("click", (event) => {
    const link = event.target.closest("a");
    if (!link) return;
    event.preventDefault();
    history.replaceState(null, "", link.hash);
    part(tabs, link.hash);
  });
  window.addEventListener("hashchange", () => {
    if ([...tabs.querySelectorAll("a")].some((one) => one.hash === location.hash)) part(tabs, location.hash);
  });
}

// What a reason opened is gone from the page as soon as it is left, also where the browser keeps it for the way back.
function closesWithThePage() {
  const open = document.querySelector("[data-revealed]");
  if (!open) return;
  const shut = open.dataset.revealed;
  window.addEventListener("pagehide", () => open.replaceChildren());
  window.addEventListener("pageshow", (event) => {
    if (event.persisted) location.replace(shut);
  });
}

const WIDTHS = ["zoom-1", "zoom-2", "zoom-3", "zoom-4"];
function viewer() {
  const frame = document.querySelector("[data-viewer]");
  if (!frame) return;
  const sheets = frame.querySelector(".sheets");
  const pages = [...sheets.querySelectorAll("figure")];
  const turn = (by) => {
    const top = sheets.scrollTop + 4;
    const at = pages.findLastIndex((one) => one.offsetTop - sheets.offsetTop <= top);
    const to = pages[Math.min(Math.max(at + by, 0), pages.length - 1)];
    sheets.scrollTop = to.offsetTop - sheets.offsetTop;
  };
  const zoom = (by) => {
    const at = WIDTHS.findIndex((one) => sheets.classList.contains(one));
    sheets.classList.replace(WIDTHS[at], WIDTHS[Math.min(Math.max(at + by, 0), WIDTHS.length - 1)]);
  };
  frame.querySelectorAll("button").forEach((one) => {
    one.hidden = false;
    one.addEventListener("click", () => (one.dataset.turn ? turn(Number(one.dataset.turn)) : zoom(Number(one.dataset.zoom))));
  });
  document.addEventListener("keydown", (event) => {
    if (event.altKey || event.ctrlKey || event.metaKey || event.target.closest("input, select, textarea")) return;
    const keys = { j: () => turn(1), k: () => turn(-1), "+": () => zoom(1), "-": () => zoom(-1) };
    const deed = keys[event.key.toLowerCase()];
    if (!deed) return;
    event.preventDefault();
    deed();
  });
}

document.addEventListener("DOMContentLoaded", () => {
  parts();
  closesWithThePage();
  viewer();
});
