/** One turn as nodes: a message, an album, or what the bot is just writing. */

import { clock, el, hue, size } from "./dom.js";
import { keyboard } from "./keyboard.js";
import { note } from "./notes.js";
import { gist, rich, service } from "./text.js";
import * as wire from "./wire.js";
import { zoom } from "./zoom.js";

const LONG_PRESS = 450; // ms, as long as phones take
const PHOTO_WIDTH = 330; // CSS pixels at most
const PHOTO_HEIGHT = 380;

/**
 * @typedef {object} Context
 * @property {import("./wire.js").Seat} seat
 * @property {(message: any) => void} reply
 * @property {(messageId: number) => void} jump
 * @property {(text: string) => void} say  sends it
 * @property {import("./store.js").Store} store
 */

/** @param {any[]} row  one message, or those of an album @param {Context} context */
export function turn(row, context) {
  const [first] = row;
  const mine = first.from.id === context.seat.user.id && !first.sender_chat;
  const props = { "data-ids": row.map((each) => each.message_id).join(" "), "data-album": first.media_group_id };
  const line = service(first);
  if (line) return el("div.turn.service", props, el("span", {}, line));
  const side = mine ? "mine" : "theirs";
  const node = el(`article.turn.${side}`, { ...props, "aria-label": label(first, row.length) }, bubble(row, context, mine));
  if (first.markup?.inline_keyboard) node.append(keyboard(first, context));
  return node;
}

/** What the bot is writing, with a Stop button where it allows that. @param {any} what @param {import("./wire.js").Seat} seat */
export function draft(what, seat) {
  const stop = () => wire.stop(seat, what.draft_id).catch((error) => note(error.message));
  const words = what.text ? rich(what.text, what.entities) : ["Thinking …"];
  return el("article.turn.theirs.draft", { "aria-label": "The bot is writing" },
    el("div.bubble", {}, el("div.words", { dir: "auto" }, ...words)),
    what.can_stop && el("button.stop", { type: "button", click: stop }, el("i", { "aria-hidden": "true" }), "Stop"),
  );
}

/** @param {any[]} row @param {Context} context @param {boolean} mine */
function bubble(row, context, mine) {
  const [first] = row;
  const said = row.find((each) => each.text || each.caption) ?? first;
  const answered = first.reply_to_message;
  const reactions = row.flatMap((each) => each.reactions);
  const node = el("div.bubble", {},
    !mine && context.seat.chat.id < 0 && author(first),
    first.forward_origin && el("div.forwarded", {}, `Forwarded from ${origin(first.forward_origin)}`),
    answered && !answered.forum_topic_created && quote(answered, context),
    pictures(row.filter((each) => each.photo), context),
    ...row.filter((each) => each.document).map(file),
    words(said, context),
    first.invoice && invoice(first.invoice),
    el("footer", {}, ...reactions.map((each) => el("span.reaction", {}, each.emoji ?? "⭐")), meta(first)),
    el("button.reply", { type: "button", "aria-label": "Reply", title: "Reply", click: () => context.reply(said) }, "↩"),
  );
  const hasWords = said.text || said.caption;
  if (hasWords && !reactions.length) node.classList.add("timed");
  if (first.edit_date || first.silent) node.classList.add("marked");
  if (first.photo) node.classList.add("pictured");
  if (first.photo && !hasWords) node.classList.add("bare");
  onLongPress(node, () => context.reply(said));
  return node;
}

function label(message, count) {
  const who = (message.sender_chat ?? message.from).first_name ?? message.sender_chat?.title;
  return `${who}, ${clock(message.date)}${count > 1 ? `, album of ${count}` : ""}`;
}

function author(message) {
  const who = message.sender_chat ?? message.from;
  const node = el("div.author", {}, who.title ?? who.first_name);
  node.style.setProperty("--hue", String(hue(who.id)));
  return node;
}

function origin(from) {
  return from.sender_user?.first_name ?? from.sender_user_name ?? (from.chat ?? from.sender_chat).title;
}

/** What the message answers; a click leads there. */
function quote(original, { jump }) {
  return el("button.quoted", { type: "button", click: () => jump(original.message_id) },
    original.photo && el("img", { src: wire.fileUrl(original.photo.at(-1).file_id), alt: "" }),
    el("span", {}, el("b", {}, original.from.first_name), el("span", {}, gist(original))),
  );
}

/** One picture in its own shape; several as a grid of squares. @param {any[]} messages @param {Context} context */
function pictures(messages, context) {
  if (!messages.length) return null;
  const [first] = messages;
  if (messages.length > 1) {
    const cells = messages.map((message) => photo(message, context));
    const node = el("div.album", { role: "group", "aria-label": `Album of ${messages.length}` }, ...cells);
    node.style.setProperty("--width", `${PHOTO_WIDTH}px`);
    spans(messages.length).forEach((span, index) => cells[index].style.setProperty("--span", String(span)));
    return node;
  }
  const { width, height } = first.photo.at(-1);
  const node = photo(first, context);
  const scale = Math.min(PHOTO_WIDTH / width, PHOTO_HEIGHT / height, 1);
  node.style.width = `${Math.round(width * scale)}px`; // known before it is loaded, so that nothing jumps
  return node;
}

/** How many of six columns each picture of an album takes, so that no row has a hole. @param {number} count */
function spans(count) {
  if (count === 3) return [6, 3, 3];
  const halves = [0, 4, 2][count % 3];
  return Array.from({ length: count }, (_, index) => (index < halves ? 3 : 2));
}

function photo(message, { reply }) {
  const { width, height, file_id: id } = message.photo.at(-1);
  const image = el("img", { src: wire.fileUrl(id), alt: message.caption || "Photo", width, height });
  const click = () => zoom(wire.fileUrl(id), message.caption, () => reply(message));
  return el("button.photo", { type: "button", "aria-label": "Enlarge the photo", click }, image);
}

function file(message) {
  const { file_name: name, file_size: bytes, mime_type: kind, file_id: id } = message.document;
  const url = wire.fileUrl(id);
  const suffix = name.includes(".") ? name.split(".").pop().slice(0, 4) : "file";
  const icon = el("span.icon", { "aria-hidden": "true" }, suffix);
  const isPicture = kind.startsWith("image/");
  const thumbnail = isPicture && el("img", { src: url, alt: "", error: (event) => event.target.replaceWith(icon) });
  const open = isPicture
    ? el("button.thumb", { type: "button", "aria-label": `Look at ${name}`, click: () => zoom(url, name) }, thumbnail)
    : icon;
  return el("div.file", {}, open,
    el("div", {},
      el("a", { href: url, download: name }, name),
      el("small", {}, size(bytes)),
    ),
  );
}

function words(message, { say }) {
  const text = message.text ?? message.caption;
  if (!text) return null;
  return el("div.words", { dir: "auto" }, ...rich(text, message.entities ?? message.caption_entities, say));
}

function invoice({ title, description, total_amount: stars }) {
  return el("div.words", { dir: "auto" }, el("b", {}, title), ` · ⭐ ${stars}\n${description}`);
}

function meta(message) {
  const time = new Date(message.date * 1000).toISOString();
  return el("span.meta", {},
    message.silent && el("span.silent", { title: "Sent without a sound" }, "🔕 "),
    message.edit_date && "edited ",
    el("time", { datetime: time }, clock(message.date)),
  );
}

/** @param {HTMLElement} node @param {() => void} then */
function onLongPress(node, then) {
  let timer = 0;
  const stop = () => clearTimeout(timer);
  node.addEventListener("pointerdown", (event) => {
    if (event.pointerType === "touch") timer = setTimeout(then, LONG_PRESS);
  });
  for (const end of ["pointerup", "pointermove", "pointercancel"]) node.addEventListener(end, stop);
}
