/** Everything that goes over the network: the sandbox's /sim and /demo. */

export const KINDS = ["message", "edit", "delete", "action", "answer", "reaction", "draft", "commands"];

export const fileUrl = (/** @type {string} */ fileId) => `/sim/file/${encodeURIComponent(fileId)}`;
export const sampleUrl = (/** @type {string} */ name) => `/demo/samples/${encodeURIComponent(name)}`;

export const state = () => ask("/sim/state");
export const facts = () => ask("/demo");
export const history = (/** @type {number} */ chat) => ask(`/sim/chat/${chat}`);
export const commands = (/** @type {Seat} */ seat) => ask(`/sim/commands?user=${seat.user.id}&chat=${seat.chat.id}`);
export const bot = (/** @type {string} */ act) => post("/demo/bot", { act });

/** @typedef {{key: string, user: any, chat: any, topic?: number}} Seat  a person who looks at a chat, or at a topic of it */
/** @typedef {{text: string, replyTo?: number, files?: File[], asFile?: boolean}} Outgoing */

/** Several files go as one album. @param {Seat} seat @param {Outgoing} what */
export function send(seat, { text, replyTo, files = [], asFile }) {
  const given = { user: seat.user.id, chat: seat.chat.id, reply_to: replyTo, topic: seat.topic };
  const where = Object.fromEntries(Object.entries(given).filter(([, value]) => value));
  if (!files.length) return post("/sim/text", { ...where, text });
  const form = new FormData();
  for (const [name, value] of Object.entries({ ...where, caption: text })) form.set(name, String(value));
  files.forEach((file, index) => form.set(`file${index}`, file, file.name));
  if (files.length > 1 && asFile) form.set("as_documents", "true");
  const kind = files.length > 1 ? "album" : asFile ? "document" : "photo";
  return ask(`/sim/${kind}`, { method: "POST", body: form });
}

/** Presses Stop under what the bot is writing. @param {Seat} seat @param {number} draftId */
export const stop = (seat, draftId) => post("/sim/stop", { user: seat.user.id, draft_id: draftId });

/** @param {Seat} seat @param {number} messageId @param {string} button  its callback data */
export const press = (seat, messageId, button) =>
  post("/sim/press", { user: seat.user.id, chat: seat.chat.id, message_id: messageId, button });

/** @param {Seat} seat @param {number} messageId */
export const pay = (seat, messageId) =>
  post("/sim/pay", { user: seat.user.id, chat: seat.chat.id, message_id: messageId });

/**
 * Live events after number `since`. The browser connects again by itself; what was missed comes then.
 * @param {number} since @param {(event: any) => void} heard @param {(open: boolean) => void} connected
 */
export function listen(since, heard, connected) {
  const stream = new EventSource(`/sim/events?since=${since}`);
  for (const kind of KINDS) {
    stream.addEventListener(kind, (event) => heard(JSON.parse(/** @type {MessageEvent} */ (event).data)));
  }
  stream.addEventListener("open", () => connected(true));
  stream.addEventListener("error", () => connected(false));
  return stream;
}

/** @param {string} url @param {object} body */
function post(url, body) {
  return ask(url, { method: "POST", headers: { "Content-Type": "application/json" }, body: JSON.stringify(body) });
}

/** @param {string} url @param {RequestInit} [options] */
async function ask(url, options) {
  const response = await fetch(url, options);
  const text = await response.text();
  if (response.ok) return JSON.parse(text);
  let reason = text;
  try {
    reason = JSON.parse(text).error;
  } catch {
    // A plain text is the reason itself.
  }
  throw new Error(reason || `${response.status} ${response.statusText}`);
}
