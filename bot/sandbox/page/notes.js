/** Words that pass: toasts over the chat, and the alert that has to be closed. */

import { byId, el } from "./dom.js";

const STAYS = 3500; // ms

/** @param {string} text */
export function note(text) {
  const node = el("div.note", {}, text);
  byId("notes").append(node);
  setTimeout(() => node.remove(), STAYS);
}

/** @param {string} text */
export function alertBox(text) {
  const box = /** @type {HTMLDialogElement} */ (byId("alert"));
  /** @type {HTMLElement} */ (box.querySelector("p")).textContent = text;
  if (!box.open) box.showModal();
}
