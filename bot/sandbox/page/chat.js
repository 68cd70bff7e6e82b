/** The open chat: its messages as they come, change and go. */

import { draft, turn } from "./bubble.js";
import { byId, el } from "./dom.js";

const NEAR = 120; // pixels from the end within which the view follows new messages

export class Chat {
  /** @param {import("./store.js").Store} store @param {{reply: (message: any) => void, say: (text: string) => void}} acts */
  constructor(store, acts) {
    this.store = store;
    this.acts = acts;
    this.log = byId("log");
    this.newest = byId("newest");
    this.drafts = el("div.drafts", { "aria-live": "off" });
    /** @type {import("./wire.js").Seat | null} */ this.seat = null;
    const here = (/** @type {CustomEvent} */ event) => event.detail.chatId === this.seat?.chat.id;
    store.addEventListener("chat", (event) => here(event) && this.draw());
    store.addEventListener("message", (event) => here(event) && this.change(event.detail));
    store.addEventListener("draft", (event) => here(event) && this.drawDrafts());
    this.log.addEventListener("scroll", () => this.mark());
    this.newest.addEventListener("click", () => this.toEnd("smooth"));
    new ResizeObserver(() => this.following && this.toEnd()).observe(this.log);
    this.following = true;
  }

  /** @param {import("./wire.js").Seat} seat */
  open(seat) {
    this.seat = seat;
    this.draw();
    this.toEnd();
  }

  /** The messages of the open chat or topic, oldest first. */
  get messages() {
    const { chat } = /** @type {import("./wire.js").Seat} */ (this.seat);
    return this.store.messages(chat.id).filter((message) => this.belongs(message));
  }

  /** @param {any} message */
  belongs(message) {
    const { chat, topic } = /** @type {import("./wire.js").Seat} */ (this.seat);
    const has = chat.topics && Object.keys(chat.topics).length > 0;
    return !has || (message.is_topic_message ? message.message_thread_id : undefined) === topic;
  }

  draw() {
    const rows = together(this.messages);
    this.log.replaceChildren(...rows.map((row) => this.turn(row)), this.drafts);
    this.drawDrafts();
    this.drawWelcome();
    if (this.following) this.toEnd();
  }

  drawWelcome() {
    this.log.querySelector(".welcome")?.remove();
    if (!this.log.querySelector(".turn")) this.log.prepend(this.welcome());
  }

  drawDrafts() {
    const seat = /** @type {import("./wire.js").Seat} */ (this.seat);
    const here = this.store.drafts(seat.chat.id).filter((each) => (each.message_thread_id ?? undefined) === seat.topic);
    this.drafts.replaceChildren(...here.map((each) => draft(each, seat)));
    if (this.following) this.toEnd();
  }

  /** @param {{messageId: number, isNew: boolean}} what */
  change({ messageId, isNew }) {
    const seat = /** @type {import("./wire.js").Seat} */ (this.seat);
    const message = this.store.message(seat.chat.id, messageId);
    if (message && !this.belongs(message)) return;
    const follow = this.following || (isNew && message?.from.id === seat.user.id);
    if (message) this.put(message);
    else if (this.find(messageId)) this.draw();
    this.drawWelcome();
    if (follow) this.toEnd();
    else this.mark();
  }

  /** In its place, or at the end; an album is one turn. @param {any} message */
  put(message) {
    const album = message.media_group_id;
    const row = album ? this.messages.filter((each) => each.media_group_id === album) : [message];
    const node = this.turn(row);
    const old = this.find(row[0].message_id);
    if (old) return old.replaceWith(node);
    node.classList.add("appearing");
    this.drafts.before(node);
  }

  /** @param {any[]} row */
  turn(row) {
    const seat = /** @type {import("./wire.js").Seat} */ (this.seat);
    return turn(row, { seat, store: this.store, ...this.acts, jump: (id) => this.jump(id) });
  }

  /** The turn that shows this message. @param {number} messageId @returns {HTMLElement | null} */
  find(messageId) {
    return this.log.querySelector(`[data-ids~="${messageId}"]`);
  }

  /** What a person sees before the first word. */
  welcome() {
    const { chat } = /** @type {import("./wire.js").Seat} */ (this.seat);
    const { description, name, first_name: firstName } = this.store.bot;
    const isGroup = chat.type !== "private";
    const words = isGroup
      ? "Nobody has written here yet. Send a photo and call the bot in its caption, or reply to somebody's photo and call it there."
      : description || "I edit photos. Send me one, and say in its caption what to do with it.";
    return el("div.welcome", {},
      el("img", { src: "/page/mark.svg", alt: "", width: 64, height: 64 }),
      el("h2", {}, isGroup ? chat.title : name || firstName),
      el("p", {}, words),
      !isGroup && el("button.start", { type: "button", click: () => this.acts.say("/start") }, "Start"),
    );
  }

  /** @param {number} messageId */
  jump(messageId) {
    const node = this.find(messageId);
    if (!node) return;
    node.scrollIntoView({ block: "center", behavior: "smooth" });
    node.classList.remove("found");
    requestAnimationFrame(() => node.classList.add("found"));
  }

  /** @param {ScrollBehavior} [behavior] */
  toEnd(behavior = "instant") {
    this.log.scrollTo({ top: this.log.scrollHeight, behavior });
    this.mark();
  }

  mark() {
    const left = this.log.scrollHeight - this.log.scrollTop - this.log.clientHeight;
    this.following = left < NEAR;
    this.newest.hidden = this.following;
  }
}

/** One row a turn; an album's messages stand together where its first one is. @param {any[]} messages */
function together(messages) {
  /** @type {Map<string, any[]>} */ const albums = new Map();
  /** @type {any[][]} */ const rows = [];
  for (const message of messages) {
    const album = message.media_group_id;
    const row = album && albums.get(album);
    if (row) {
      row.push(message);
      continue;
    }
    rows.push([message]);
    if (album) albums.set(album, rows[rows.length - 1]);
  }
  return rows;
}
