// What the pages of letters do by themselves: a paragraph is opened to be corrected, a finding leads to its place.
"use strict";

function own(tick) {
  const words = document.getElementById(tick.dataset.own);
  const says = document.getElementById(tick.dataset.says);
  words.parentElement.hidden = !tick.checked;
  tick.closest(".clause").classList.toggle("corrected", tick.checked);
  if (tick.checked && !words.value.trim()) words.value = says.textContent;
  return words;
}

document.addEventListener("change", (event) => {
  if (event.target.dataset?.own && event.target.checked) own(event.target).focus();
  else if (event.target.dataset?.own) own(event.target);
});

document.addEventListener("click", (event) => {
  const link = event.target.closest("a[href^='#']");
  const goal = link && document.getElementById(link.hash.slice(1));
  if (!goal) return;
  event.preventDefault();
  const clause = link.dataset.clause;
  const words = clause && document.getElementById(`words-${clause}`);
  const tick = clause && document.querySelector(`[name="own-${clause}"]`);
  const place = !words ? goal : words.parentElement.hidden ? tick : words;
  place.scrollIntoView({ block: "center" });
  place.focus();
});

// A letter that may be approved only when it was looked at: the button waits for its pages.
document.addEventListener("DOMContentLoaded", () => {
  document.querySelector("[data-all]")?.addEventListener("change", (event) => {
    document.querySelectorAll("input[name=letter]:not(:disabled)").forEach((one) => { one.checked = event.target.checked; });
  });
});

// A preview that does not show the last change says so, from the first key on until its pages are renewed.
const drafted = document.getElementById("draft");
let isChanged = false;
function stale(is) {
  const drawn = document.getElementById("drawn");
  drawn?.classList.toggle("stale", is && drawn.childElementCount > 0);
  document.getElementById("stale").hidden = !is || !drawn?.childElementCount;
}
if (drafted) {
  const changed = () => stale((isChanged = true));
  drafted.addEventListener("input", changed);
  drafted.addEventListener("change", changed);
  drafted.addEventListener("htmx:beforeRequest", (event) => { if (event.target === drafted) isChanged = false; });
  document.addEventListener("htmx:oobAfterSwap", (event) => { if (event.detail.target?.id === "drawn") stale(isChanged); });
}
