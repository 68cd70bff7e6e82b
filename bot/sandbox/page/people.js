/** Who one is, that person's chats, and the head of the open one. */

import { avatar, byId, el } from "./dom.js";
import { gist } from "./text.js";

const DOING = { typing: "is typing …", upload_photo: "is sending a photo …", upload_document: "is sending a file …" };
const LANGUAGES = new Intl.DisplayNames(["en"], { type: "language" });

export class People {
  /** @param {import("./store.js").Store} store @param {(key: string) => void} choose  a seat's key, with or without a topic */
  constructor(store, choose) {
    this.store = store;
    this.choose = choose;
    this.connected = false;
    /** @type {import("./wire.js").Seat | null} */ this.seat = null;
    for (const kind of ["seats", "message", "chat"]) store.addEventListener(kind, () => this.draw());
    store.addEventListener("action", () => this.drawPresence());
    store.addEventListener("connected", (event) => {
      this.connected = event.detail.open;
      this.drawPresence();
    });
  }

  /** @param {import("./wire.js").Seat} seat */
  open(seat) {
    this.seat = seat;
    byId("title").textContent = this.title(seat);
    byId("face").replaceWith(this.face(seat, "face"));
    byId("holder").replaceChildren(avatar(seat.user), seat.user.first_name);
    this.draw();
    this.drawTopics();
    this.drawPresence();
  }

  /** @param {import("./wire.js").Seat} seat */
  title(seat) {
    return seat.chat.title ?? this.store.bot.name ?? this.store.bot.first_name;
  }

  draw() {
    const { seat, store } = this;
    if (!seat) return;
    store.seen(seat);
    const focused = document.activeElement?.getAttribute("data-focus");
    byId("persons").replaceChildren(...store.people.map((user) => this.person(user)));
    byId("seats").replaceChildren(...this.seatsOf(seat.user).map((each) => this.row(each)));
    this.drawTopics();
    if (focused) document.querySelector(`[data-focus="${CSS.escape(focused)}"]`)?.focus();
  }

  /** @param {any} user */
  seatsOf(user) {
    return this.store.seats.filter((seat) => seat.user.id === user.id);
  }

  /** @param {any} user */
  person(user) {
    const seats = this.seatsOf(user);
    const isOpen = user.id === this.seat?.user.id;
    const unread = isOpen ? 0 : seats.reduce((sum, seat) => sum + (this.store.unread.get(seat.key) ?? 0), 0);
    const there = seats.find((seat) => seat.chat.id === this.seat?.chat.id) ?? seats[0];
    const topic = there.chat.id === this.seat?.chat.id && this.seat?.topic;
    const click = () => this.choose(topic ? `${there.key}:${topic}` : there.key);
    const props = { type: "button", "data-person": user.id, "data-focus": `p${user.id}`, "aria-pressed": String(isOpen), click };
    return el("li", {}, el("button.person", props,
      avatar(user),
      el("span.name", {}, user.first_name),
      this.badge(user),
      unread > 0 && el("span.unread", { "aria-label": `${unread} unread` }, String(unread)),
    ));
  }

  /** @param {import("./wire.js").Seat} seat */
  row(seat) {
    const last = this.store.messages(seat.chat.id).at(-1);
    const unread = this.store.unread.get(seat.key);
    const current = seat.key === this.seat?.key.split(":", 2).join(":");
    const props = { type: "button", "data-seat": seat.key, "data-focus": `s${seat.key}`, "aria-current": current && "true" };
    const isPrivate = seat.chat.type === "private";
    return el("li", {}, el("button.seat", { ...props, click: () => this.choose(seat.key) },
      this.face(seat),
      el("span.who", {},
        el("span.name", {}, el("span", {}, this.title(seat))),
        el("span.last", {}, last ? gist(last) : isPrivate ? "Just the two of you" : "Nothing written yet"),
      ),
      unread && el("span.unread", { "aria-label": `${unread} unread` }, String(unread)),
    ));
  }

  /** @param {import("./wire.js").Seat} seat @param {string} [id] */
  face(seat, id) {
    const node = seat.chat.type === "private" ? el("img.avatar", { src: "/page/mark.svg", alt: "" }) : avatar(seat.chat);
    if (id) node.id = id;
    return node;
  }

  /** The topics of a forum, or of a chat with the bot, where it has any. */
  drawTopics() {
    const seat = this.seat;
    const box = byId("topics");
    const topics = Object.entries(seat?.chat.topics ?? {});
    box.hidden = !topics.length;
    if (!seat || !topics.length) return;
    const base = `${seat.user.id}:${seat.chat.id}`;
    const tab = (/** @type {string} */ name, /** @type {number | undefined} */ topic) => {
      const props = { type: "button", "data-focus": `t${topic}`, "aria-current": seat.topic === topic && "true" };
      return el("button.topic", { ...props, click: () => this.choose(topic ? `${base}:${topic}` : base) }, name);
    };
    box.replaceChildren(tab("General", undefined), ...topics.map(([id, name]) => tab(String(name), Number(id))));
  }

  badge(user) {
    if (user.id === this.store.admin) return el("span.badge", {}, "admin");
    const code = user.language_code;
    return code && code !== "en" ? el("span.badge", { title: LANGUAGES.of(code) }, code) : null;
  }

  drawPresence() {
    const node = byId("presence");
    const doing = this.seat && this.store.action(this.seat.chat.id);
    node.classList.toggle("busy", Boolean(doing));
    node.textContent = !this.connected ? "connecting …" : doing ? this.doing(doing) : this.about();
  }

  /** @param {string} action */
  doing(action) {
    const words = DOING[action] ?? "is busy …";
    return this.seat?.chat.type === "private" ? words : `${this.store.bot.first_name} ${words}`;
  }

  about() {
    if (this.seat?.chat.type === "private") return "bot";
    const members = Object.entries(this.seat?.chat.members ?? {}).filter(([, status]) => !["left", "kicked"].includes(String(status)));
    const names = members.map(([id]) => this.store.people.find((user) => user.id === Number(id))?.first_name ?? this.store.bot.first_name);
    return names.join(", ");
  }
}
