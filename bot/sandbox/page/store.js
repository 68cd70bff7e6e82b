/** What the page knows: people, their chats, and each chat's messages as they are now. */

import * as wire from "./wire.js";

const ACTION_LASTS = 5500; // Telegram's apps show an action for 5 s, unless it is renewed

/**
 * Tells of changes as events, with `detail`:
 * seats; chat {chatId}; message {chatId, messageId, isNew}; action {chatId}; draft {chatId};
 * answer {query_id, text, show_alert, url}; commands; connected {open}.
 */
export class Store extends EventTarget {
  constructor() {
    super();
    /** @type {any} */ this.bot = { first_name: "Darkroom" };
    /** @type {any[]} */ this.people = [];
    /** @type {wire.Seat[]} */ this.seats = [];
    /** @type {string[]} */ this.samples = [];
    /** @type {Map<number, Map<number, any>>} */ this.chats = new Map();
    /** @type {Map<number, {action: string, until: number}>} */ this.actions = new Map();
    /** @type {Map<number, Map<number, any>>} */ this.writing = new Map();
    /** @type {Map<string, number>} */ this.unread = new Map();
    /** @type {Map<string, any>} */ this.answers = new Map();
    this.admin = 0;
    /** @type {EventSource | null} */ this.stream = null;
  }

  /** Loads everything, then stays up to date; called again after the line was cut. */
  async open() {
    const [facts, state] = await Promise.all([wire.facts(), wire.state()]);
    this.bot = state.bot;
    this.admin = facts.admin;
    this.samples = facts.samples;
    this.people = inOrder(facts.people, state.users);
    this.seats = seatsOf(this.people, state.chats);
    const ids = new Set(this.seats.map((seat) => seat.chat.id));
    const known = state.chats.filter((/** @type {any} */ chat) => ids.has(chat.id));
    await Promise.all(known.map((/** @type {any} */ chat) => this.load(chat.id)));
    this.stream?.close();
    this.stream = wire.listen(state.last_event, (event) => this.take(event), (open) => this.connected(open));
    this.tell("seats", {});
  }

  /** @param {number} chatId */
  async load(chatId) {
    const { messages, drafts } = await wire.history(chatId);
    this.chats.set(chatId, new Map(messages.map((/** @type {any} */ each) => [each.message_id, each])));
    for (const draft of drafts) this.write(chatId, draft);
    this.tell("chat", { chatId });
  }

  /** @param {number} chatId @returns {any[]} oldest first */
  messages(chatId) {
    return [...(this.chats.get(chatId)?.values() ?? [])];
  }

  /** @param {number} chatId @param {number} messageId */
  message(chatId, messageId) {
    return this.chats.get(chatId)?.get(messageId);
  }

  /** What the bot is doing there now, or "". @param {number} chatId */
  action(chatId) {
    const now = this.actions.get(chatId);
    return now && now.until > Date.now() ? now.action : "";
  }

  /** What the bot is writing there now. @param {number} chatId @returns {any[]} */
  drafts(chatId) {
    return [...(this.writing.get(chatId)?.values() ?? [])].filter((draft) => draft.until * 1000 > Date.now());
  }

  /** @param {any} event */
  take(event) {
    const chatId = event.chat_id;
    if (event.kind === "message" || event.kind === "edit") this.keep(chatId, event.message, event.kind === "message");
    if (event.kind === "delete") this.drop(chatId, event.message_id);
    if (event.kind === "reaction") this.react(chatId, event);
    if (event.kind === "action") this.act(chatId, event.action);
    if (event.kind === "draft") this.write(chatId, event);
    if (event.kind === "answer") {
      this.answers.set(event.query_id, event);
      this.tell("answer", event);
    }
    if (event.kind === "commands") this.tell("commands", {});
  }

  /** @param {number} chatId @param {any} message @param {boolean} isNew */
  keep(chatId, message, isNew) {
    if (!this.chats.has(chatId)) this.chats.set(chatId, new Map());
    const chat = /** @type {Map<number, any>} */ (this.chats.get(chatId));
    const unseen = !chat.has(message.message_id);
    chat.set(message.message_id, message);
    if (message.forum_topic_created) this.learnTopic(chatId, message);
    if (isNew && message.from_bot) {
      this.actions.delete(chatId);
      this.tell("action", { chatId });
      if (!message.silent && unseen) this.count(chatId);
    }
    this.tell("message", { chatId, messageId: message.message_id, isNew });
  }

  /** @param {number} chatId @param {any} message */
  learnTopic(chatId, message) {
    for (const seat of this.seats) {
      if (seat.chat.id === chatId) seat.chat.topics = { ...seat.chat.topics, [message.message_id]: message.forum_topic_created.name };
    }
    this.tell("seats", {});
  }

  /** @param {number} chatId @param {number} messageId */
  drop(chatId, messageId) {
    this.chats.get(chatId)?.delete(messageId);
    this.tell("message", { chatId, messageId, isNew: false });
  }

  /** @param {number} chatId @param {any} event */
  react(chatId, event) {
    const message = this.message(chatId, event.message_id);
    if (message) this.keep(chatId, { ...message, reactions: event.reactions }, false);
  }

  /** @param {number} chatId @param {string} action */
  act(chatId, action) {
    this.actions.set(chatId, { action, until: Date.now() + ACTION_LASTS });
    this.tell("action", { chatId });
    setTimeout(() => this.tell("action", { chatId }), ACTION_LASTS + 50);
  }

  /** @param {number} chatId @param {any} draft */
  write(chatId, draft) {
    if (!this.writing.has(chatId)) this.writing.set(chatId, new Map());
    this.writing.get(chatId)?.set(draft.draft_id, draft);
    this.tell("draft", { chatId });
    const left = draft.until * 1000 - Date.now();
    if (left > 0) setTimeout(() => this.tell("draft", { chatId }), left + 50);
  }

  /** @param {number} chatId */
  count(chatId) {
    for (const seat of this.seats) {
      if (seat.chat.id === chatId) this.unread.set(seat.key, (this.unread.get(seat.key) ?? 0) + 1);
    }
    this.tell("seats", {});
  }

  /** Whoever of this machine looks at a chat has seen it. @param {wire.Seat} open */
  seen(open) {
    for (const seat of this.seats) if (seat.chat.id === open.chat.id) this.unread.delete(seat.key);
  }

  /** @param {boolean} open */
  connected(open) {
    this.tell("connected", { open });
  }

  /** @param {string} name @param {any} detail */
  tell(name, detail) {
    this.dispatchEvent(new CustomEvent(name, { detail }));
  }
}

/** The demo's own people first, then whoever came later. @param {number[]} first @param {any[]} users */
function inOrder(first, users) {
  const order = (/** @type {any} */ user) => (first.indexOf(user.id) + first.length + 1) % (first.length + 1);
  return [...users].sort((a, b) => order(a) - order(b));
}

/** Each person's private chat with the bot, then the groups that they are in. @param {any[]} people @param {any[]} chats */
function seatsOf(people, chats) {
  const groups = chats.filter((chat) => chat.type.endsWith("group"));
  const isIn = (/** @type {any} */ group, /** @type {any} */ user) =>
    !["left", "kicked", undefined].includes(group.members[user.id]);
  return people.flatMap((user) => [
    seat(user, chats.find((chat) => chat.id === user.id) ?? { id: user.id, type: "private", topics: {} }),
    ...groups.filter((group) => isIn(group, user)).map((group) => seat(user, group)),
  ]);
}

/** @param {any} user @param {any} chat @returns {wire.Seat} */
const seat = (user, chat) => ({ key: `${user.id}:${chat.id}`, user, chat });
