/** A picture in full, over everything. Escape or a click closes it. */

import { byId, el } from "./dom.js";

/** @param {string} url @param {string} [words] @param {() => void} [reply] */
export function zoom(url, words, reply) {
  const box = /** @type {HTMLDialogElement} */ (byId("zoom"));
  const close = () => box.close();
  const answer = () => {
    box.close();
    reply?.();
  };
  box.replaceChildren(
    el("button.round", { type: "button", "aria-label": "Close", click: close }, "×"),
    el("img", { src: url, alt: words || "Picture", click: close }),
    el("div.under", {},
      words && el("p", { dir: "auto" }, words),
      reply && el("button.answer", { type: "button", click: answer }, "↩ Reply to this picture"),
    ),
  );
  box.onclick = (event) => event.target === box && close();
  box.showModal();
}
