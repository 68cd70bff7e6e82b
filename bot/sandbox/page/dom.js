/** The only place that makes elements. Text goes in as text, never as HTML. */

/**
 * @param {string} tag  with classes: "div.bubble.mine"
 * @param {Record<string, any>} [props]  attributes; functions become listeners of that event
 * @param {...(Node|string|null|undefined|false)} children
 * @returns {HTMLElement}
 */
export function el(tag, props = {}, ...children) {
  const [name, ...classes] = tag.split(".");
  const node = document.createElement(name);
  node.classList.add(...classes);
  for (const [key, value] of Object.entries(props)) {
    if (value === null || value === undefined || value === false) continue;
    if (typeof value === "function") node.addEventListener(key, value);
    else node.setAttribute(key, value === true ? "" : String(value));
  }
  node.append(...children.filter((child) => child || child === ""));
  return node;
}

/** @param {string} id */
export const byId = (id) => /** @type {HTMLElement} */ (document.getElementById(id));

/** A colour of its own for each person, the same every time. @param {number} id */
export const hue = (id) => (Math.abs(id) * 137) % 360;

/** @param {{id: number, first_name?: string, title?: string}} whom */
export function avatar(whom) {
  const name = whom.first_name || whom.title || "?";
  const node = el("span.avatar", { "aria-hidden": "true" }, [...name][0]);
  node.style.setProperty("--hue", String(hue(whom.id)));
  return node;
}

/** @param {number} bytes */
export function size(bytes) {
  if (bytes < 1024) return `${bytes} B`;
  if (bytes < 1024 * 1024) return `${Math.round(bytes / 1024)} KB`;
  return `${(bytes / 1024 / 1024).toFixed(1)} MB`;
}

/** @param {number} seconds since 1970 */
export function clock(seconds) {
  return new Date(seconds * 1000).toLocaleTimeString([], { hour: "2-digit", minute: "2-digit", hourCycle: "h23" });
}
