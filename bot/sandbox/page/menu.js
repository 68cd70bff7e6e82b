/** The menu of commands that opens at "/", as the bot set it for this person. */

import { byId, el } from "./dom.js";
import * as wire from "./wire.js";

export class Menu {
  /** @param {import("./store.js").Store} store @param {HTMLTextAreaElement} input @param {(command: string) => void} run */
  constructor(store, input, run) {
    this.input = input;
    this.run = run;
    this.box = byId("menu");
    /** @type {import("./wire.js").Seat | null} */ this.seat = null;
    /** @type {{command: string, description: string}[]} */ this.commands = [];
    this.at = 0;
    store.addEventListener("commands", () => this.load());
    input.addEventListener("input", () => this.draw());
    input.addEventListener("blur", () => setTimeout(() => this.close(), 200)); // after a click on an entry
  }

  /** @param {import("./wire.js").Seat} seat */
  open(seat) {
    this.seat = seat;
    this.load();
  }

  async load() {
    const seat = this.seat;
    if (!seat) return;
    const commands = await wire.commands(seat).catch(() => []);
    if (seat === this.seat) this.commands = commands;
  }

  close() {
    this.box.hidden = true;
    this.input.removeAttribute("aria-activedescendant");
  }

  get fitting() {
    const typed = this.input.value;
    if (!/^\/\w*$/.test(typed)) return [];
    return this.commands.filter((each) => each.command.startsWith(typed.slice(1).toLowerCase()));
  }

  draw() {
    const fitting = this.fitting;
    if (!fitting.length) return this.close();
    this.at = Math.min(this.at, fitting.length - 1);
    this.box.replaceChildren(...fitting.map((each, index) => this.entry(each, index)));
    this.box.hidden = false;
    this.input.setAttribute("aria-activedescendant", `menu-${this.at}`);
    this.box.children[this.at].scrollIntoView({ block: "nearest" });
  }

  entry({ command, description }, index) {
    const props = { id: `menu-${index}`, role: "option", "aria-selected": String(index === this.at), click: () => this.pick(command) };
    return el("li", props, el("b", {}, `/${command}`), el("span", { dir: "auto" }, description));
  }

  /** @param {string} command */
  pick(command) {
    this.close();
    this.at = 0;
    this.run(command);
  }

  /** Whether the key was meant for the menu. @param {KeyboardEvent} event */
  onKey(event) {
    if (this.box.hidden) return false;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    const { fitting } = this;
    if (step) {
      this.at = (this.at + step + fitting.length) % fitting.length;
      this.draw();
    } else if (event.key === "Enter") this.pick(fitting[this.at].command);
    else if (event.key === "Tab") {
      this.input.value = `/${fitting[this.at].command} `;
      this.close();
    } else if (event.key === "Escape") this.close();
    else return false;
    event.preventDefault();
    return true;
  }
}
