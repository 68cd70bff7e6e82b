/** In a group: how the bot is called there, ready to be used. */

import { byId, el } from "./dom.js";

export class Hint {
  /** @param {import("./store.js").Store} store @param {(text: string) => void} propose */
  constructor(store, propose) {
    this.store = store;
    this.propose = propose;
    this.box = byId("hint");
    this.isGroup = false;
  }

  get name() {
    return `@${this.store.bot.username}`;
  }

  /** @param {import("./wire.js").Seat} seat */
  open(seat) {
    this.isGroup = seat.chat.type !== "private";
    this.box.hidden = !this.isGroup;
    if (!this.isGroup) return;
    const call = (/** @type {string} */ words) =>
      el("button.chip", { type: "button", click: () => this.propose(`${words} `) }, words);
    this.box.replaceChildren("Call the bot by ", call(this.name), " ", call("/edit"), " or a reply");
  }

  /** The words with a call of the bot, where nothing else calls it. @param {string} text @param {any} original */
  address(text, original) {
    return this.isGroup && !original?.from_bot ? `${this.name} ${text}` : text;
  }
}
