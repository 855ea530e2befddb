// Opens the printer's window once all pages are there; nothing is saved.
"use strict";
addEventListener("load", () => document.getElementById("print")?.addEventListener("click", () => print()));
