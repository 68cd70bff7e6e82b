/** Where one writes: text, pictures with their caption, a reply, a command. */

import { Attached } from "./attached.js";
import { byId, el } from "./dom.js";
import { Hint } from "./hint.js";
import { Menu } from "./menu.js";
import { note } from "./notes.js";
import { Strip } from "./strip.js";
import { gist } from "./text.js";
import * as wire from "./wire.js";

const TEXT_LIMIT = 4096;
const CAPTION_LIMIT = 1024;
const TALLEST = 140; // pixels that the text field grows to

export class Composer {
  /** @param {import("./store.js").Store} store */
  constructor(store) {
    this.store = store;
    this.form = /** @type {HTMLFormElement} */ (byId("composer"));
    this.input = /** @type {HTMLTextAreaElement} */ (byId("text"));
    /** @type {import("./wire.js").Seat | null} */ this.seat = null;
    /** @type {any} */ this.original = null;
    /** @type {Promise<boolean>} */ this.sending = Promise.resolve(true);
    this.attached = new Attached(this.input, () => this.draw());
    this.hint = new Hint(store, (text) => this.propose(text));
    this.menu = new Menu(store, this.input, (command) => this.run(`/${command}`));
    this.strip = new Strip(store, {
      attach: (file) => this.attached.take([file]),
      propose: (text) => this.propose(this.hint.address(text, this.original)),
    });
    this.form.addEventListener("submit", (event) => {
      event.preventDefault();
      this.submit();
    });
    this.input.addEventListener("keydown", (event) => this.onKey(event));
    this.input.addEventListener("input", () => this.grow());
    byId("slash").addEventListener("click", () => this.propose("/"));
  }

  /** @param {import("./wire.js").Seat} seat */
  open(seat) {
    if (this.seat?.key !== seat.key) this.clear();
    this.seat = seat;
    this.menu.open(seat);
    this.hint.open(seat);
    this.draw();
  }

  /** Sends this text at once, whatever stands in the field. @param {string} text */
  async say(text) {
    await this.send({ text });
  }

  /** Sends a command of the menu in place of what was typed. @param {string} text */
  run(text) {
    this.input.value = "";
    this.grow();
    return this.say(text);
  }

  /** Puts this text in place, for the person to send. @param {string} text */
  propose(text) {
    this.input.value = text;
    this.input.focus();
    this.input.dispatchEvent(new Event("input"));
  }

  /** @param {any} message */
  replyTo(message) {
    this.original = message;
    this.draw();
    this.input.focus();
  }

  /** The field is free at once for the next message; what could not be sent comes back. */
  async submit() {
    const text = this.input.value.trim();
    const { seat, original, attached: { files, asFile } } = this;
    if (!text && !files.length) return;
    this.clear();
    const isSent = await this.send({ text, files, asFile, replyTo: original?.message_id });
    if (isSent || seat !== this.seat) return;
    this.input.value ||= text;
    this.original ??= original;
    if (!this.attached.files.length) Object.assign(this.attached, { files, asFile });
    this.draw();
  }

  /** One after the other, in the order of writing; false where it could not be sent. @param {wire.Outgoing} what */
  send(what) {
    const seat = /** @type {import("./wire.js").Seat} */ (this.seat);
    const failed = (/** @type {Error} */ error) => {
      note(error.message);
      return false;
    };
    this.sending = this.sending.then(() => wire.send(seat, what)).then(() => true, failed);
    return this.sending;
  }

  clear() {
    this.input.value = "";
    this.original = null;
    this.attached.clear();
    this.menu.close();
    this.draw();
  }

  draw() {
    const count = this.attached.files.length;
    this.input.maxLength = count ? CAPTION_LIMIT : TEXT_LIMIT;
    this.input.placeholder = count > 1 ? "What shall be done with them?" : count ? "What shall be done with it?" : "Message";
    this.drawQuote();
    this.attached.draw();
    const language = this.seat?.user.language_code ?? "en";
    const onPicture = Boolean(count || this.original?.photo || this.original?.document);
    this.strip.draw(onPicture ? "captions" : "samples", language);
    this.grow();
  }

  drawQuote() {
    const box = byId("quote");
    box.hidden = !this.original;
    if (!this.original) return;
    const thumbnail = this.original.photo && el("img", { src: wire.fileUrl(this.original.photo.at(-1).file_id), alt: "" });
    const forget = () => {
      this.original = null;
      this.draw();
      this.input.focus();
    };
    box.replaceChildren(
      thumbnail ?? "",
      el("span.what", {}, el("b", {}, `Reply to ${this.original.from.first_name}`), el("span", {}, gist(this.original))),
      el("button.round", { type: "button", "aria-label": "Do not reply", click: forget }, "×"),
    );
  }

  /** @param {KeyboardEvent} event */
  onKey(event) {
    if (event.isComposing || this.menu.onKey(event)) return;
    if (event.key === "Enter" && !event.shiftKey) {
      event.preventDefault();
      this.form.requestSubmit();
    }
    if (event.key === "Escape") {
      this.original = null;
      this.attached.clear();
      this.draw();
    }
  }

  grow() {
    this.input.style.height = "auto";
    this.input.style.height = `${Math.min(this.input.scrollHeight, TALLEST)}px`;
    this.form.classList.toggle("ready", Boolean(this.input.value.trim() || this.attached.files.length));
  }
}
