/** A message's words with their entities, as nodes. Offsets are UTF-16 units, as in JavaScript's own strings. */

import { el } from "./dom.js";

const TAGS = { bold: "strong", italic: "em", underline: "u", strikethrough: "s", code: "code", pre: "pre", blockquote: "blockquote" };

/**
 * @param {string} text
 * @param {{type: string, offset: number, length: number, url?: string}[]} [entities]
 * @param {(command: string) => void} [onCommand]  somebody clicked on a /command
 * @returns {Node[]}
 */
export function rich(text, entities = [], onCommand = () => {}) {
  const inner = [...entities].sort((a, b) => a.offset - b.offset || b.length - a.length);
  return pieces(text, inner, 0, text.length, onCommand);
}

/** @returns {Node[]} */
function pieces(text, entities, from, to, onCommand) {
  const nodes = [];
  let at = from;
  for (let index = 0; index < entities.length; index += 1) {
    const entity = entities[index];
    const end = Math.min(entity.offset + entity.length, to);
    if (entity.offset < at || end <= entity.offset) continue;
    if (entity.offset > at) nodes.push(document.createTextNode(text.slice(at, entity.offset)));
    const inside = entities.slice(index + 1).filter((each) => each.offset + each.length <= end);
    nodes.push(wrap(entity, text, pieces(text, inside, entity.offset, end, onCommand), onCommand));
    at = end;
  }
  if (at < to) nodes.push(document.createTextNode(text.slice(at, to)));
  return nodes;
}

function wrap(entity, text, children, onCommand) {
  const said = text.slice(entity.offset, entity.offset + entity.length);
  switch (entity.type) {
    case "bot_command":
      return el("button.command", { type: "button", click: () => onCommand(said) }, said);
    case "url":
    case "text_link":
      return link(entity.url ?? said, children);
    case "spoiler":
      return el("button.spoiler", { type: "button", "aria-label": "Hidden text", click: reveal }, ...children);
    case "expandable_blockquote":
      return folded(children);
    case "mention":
    case "text_mention":
    case "hashtag":
      return el("span.mention", {}, ...children);
    default:
      return el(TAGS[entity.type] ?? "span", {}, ...children);
  }
}

function reveal(event) {
  event.currentTarget.classList.add("shown");
}

/** A long quote of which the first lines show, until somebody wants it all. @param {Node[]} children */
function folded(children) {
  const fold = el("button.fold", { type: "button", "aria-expanded": "false", "aria-label": "Show all" }, "⌄");
  const node = el("blockquote.folded", {}, el("span", {}, ...children), fold);
  const toggle = () => fold.setAttribute("aria-expanded", String(node.classList.toggle("open")));
  node.addEventListener("click", (event) => {
    if (!/** @type {HTMLElement} */ (event.target).closest("a")) toggle();
  });
  return node;
}

/** Only addresses of the web become links. @param {string} address @param {Node[]} children */
export function link(address, children) {
  const url = URL.parse?.(address) ?? URL.parse?.(`https://${address}`);
  const safe = url && (url.protocol === "https:" || url.protocol === "http:");
  return safe ? el("a", { href: url.href, target: "_blank", rel: "noopener noreferrer" }, ...children) : el("span", {}, ...children);
}

/** One line that stands for a message, where it is quoted or listed. */
export function gist(message) {
  const words = message.text || message.caption || "";
  if (message.photo) return words ? `🖼 ${words}` : "🖼 Photo";
  if (message.document) return words ? `📎 ${words}` : `📎 ${message.document.file_name}`;
  if (message.invoice) return `⭐ ${message.invoice.title}`;
  return words || service(message) || "…";
}

/** A service line's words, or "" where the message is none. */
export function service(message) {
  if (message.forum_topic_created) return `Topic “${message.forum_topic_created.name}” was opened`;
  if (message.successful_payment) return `Paid ${message.successful_payment.total_amount} ⭐`;
  if (message.new_chat_members) return `${message.new_chat_members.map((user) => user.first_name).join(", ")} joined`;
  if (message.left_chat_member) return `${message.left_chat_member.first_name} left`;
  if (message.migrate_to_chat_id || message.migrate_from_chat_id) return "The group became a supergroup";
  if (message.pinned_message) return "A message was pinned";
  return "";
}
