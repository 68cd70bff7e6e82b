/** Puts the page together. */

import { Chat } from "./chat.js";
import { Composer } from "./composer.js";
import { byId } from "./dom.js";
import { note } from "./notes.js";
import { People } from "./people.js";
import { Store } from "./store.js";
import * as wire from "./wire.js";

const store = new Store();
const composer = new Composer(store);
const chat = new Chat(store, { reply: (message) => composer.replyTo(message), say: (text) => composer.say(text) });
const people = new People(store, (key) => {
  location.hash = key;
});

/** The seat that the address names (person:chat, and a topic), so that a reload comes back to it. */
function openSeat() {
  const [user, chatId, topic] = decodeURIComponent(location.hash.slice(1)).split(":");
  const found = store.seats.find((each) => each.key === `${user}:${chatId}`) ?? store.seats[0];
  const seat = found.chat.topics?.[topic] ? { ...found, key: `${found.key}:${topic}`, topic: Number(topic) } : found;
  people.open(seat);
  composer.open(seat);
  chat.open(seat);
}

let cut = false;

/** After the line was cut, the other side may be another run of the demo. @param {CustomEvent} event */
async function onConnected(event) {
  const back = event.detail.open && cut;
  cut = !event.detail.open;
  if (back) await start();
}

async function start() {
  try {
    await store.open();
    openSeat();
  } catch (error) {
    note(`The demo does not answer: ${error.message}`);
  }
}

function about() {
  const panel = byId("about");
  const opener = byId("about-open");
  const show = (/** @type {boolean} */ open) => {
    panel.classList.toggle("open", open);
    opener.setAttribute("aria-expanded", String(open));
    (open ? byId("about-close") : opener).focus();
  };
  opener.addEventListener("click", () => show(!panel.classList.contains("open")));
  byId("about-close").addEventListener("click", () => show(false));
  panel.addEventListener("keydown", (event) => event.key === "Escape" && show(false));
  byId("magic").addEventListener("click", (event) => {
    const button = /** @type {HTMLElement} */ (event.target).closest("button");
    if (!button) return;
    panel.classList.remove("open");
    composer.propose(button.textContent);
  });
  panel.addEventListener("click", async (event) => {
    const act = /** @type {HTMLElement} */ (event.target).dataset.bot;
    if (!act) return;
    await wire.bot(act);
    note(act === "crash" ? "The bot was killed; it comes back at once." : "The bot stops and starts again.");
  });
}

store.addEventListener("connected", onConnected);
window.addEventListener("hashchange", openSeat);
about();
await start();
