/** Inline keyboards: a press spins until the bot answers it. */

import { el } from "./dom.js";
import { note, alertBox } from "./notes.js";
import { link } from "./text.js";
import * as wire from "./wire.js";

const PATIENCE = 15_000; // ms; the apps give up about then

/** @param {any} message @param {import("./bubble.js").Context} context */
export function keyboard(message, context) {
  const rows = message.markup.inline_keyboard.map((row) =>
    el("div.keys", {}, ...row.map((button) => key(button, message, context))));
  return el("div.keyboard", { role: "group", "aria-label": "Buttons" }, ...rows);
}

function key(button, message, context) {
  if (button.url) {
    const node = link(button.url, [button.text, " ↗"]);
    node.classList.add("key");
    return node;
  }
  const props = { type: "button", disabled: Boolean(button.disabled), "data-style": button.style };
  const node = el("button.key", { ...props, click: () => press(node, button, message, context) }, button.text);
  return node;
}

async function press(node, button, message, { seat, store }) {
  if (button.copy_text) return void copy(button.copy_text.text);
  if (node.getAttribute("aria-busy")) return;
  node.setAttribute("aria-busy", "true");
  try {
    const number = message.message_id;
    const asked = button.pay ? wire.pay(seat, number) : wire.press(seat, number, button.callback_data ?? button.text);
    const { query_id: query } = await asked;
    show(await answer(store, query));
  } catch (error) {
    note(error.message);
  } finally {
    node.removeAttribute("aria-busy");
  }
}

async function copy(text) {
  await navigator.clipboard.writeText(text);
  note("Copied");
}

/** The answer to a press; it may have come before we knew the press's number. */
function answer(store, query) {
  return new Promise((resolve, reject) => {
    const look = () => {
      const found = store.answers.get(query);
      if (!found) return;
      store.removeEventListener("answer", look);
      clearTimeout(timer);
      resolve(found);
    };
    const timer = setTimeout(() => {
      store.removeEventListener("answer", look);
      reject(new Error("The bot did not answer this button."));
    }, PATIENCE);
    store.addEventListener("answer", look);
    look();
  });
}

function show(found) {
  if (found.text && found.show_alert) alertBox(found.text);
  else if (found.text) note(found.text);
}
