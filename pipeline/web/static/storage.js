// Before every other script: htmx would keep the address of each page, and so the number of a case, in the browser's storage.
"use strict";
window.sessionStorage.clear();
Object.defineProperty(window, "sessionStorage", { value: undefined });
