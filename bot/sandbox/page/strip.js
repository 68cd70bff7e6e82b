/** The row over the text field: sample pictures to try, and captions for the pictures at hand. */

import { byId, el } from "./dom.js";
import { note } from "./notes.js";
import { sampleUrl } from "./wire.js";

const CAPTIONS = {
  en: ["make it black and white", "sepia", "红色背景", "pencil sketch", "rotate left", "watercolour", "at night", "oil painting",
    "let it snow", "pixel art", "blur the background", "neon", "golden hour", "remove the background"],
  zh: ["黑白", "红色背景", "铅笔素描", "水彩画", "向左旋转", "复古", "油画", "下雪", "夜景", "像素风", "背景虚化", "日落", "去掉背景"],
};

export class Strip {
  /** @param {import("./store.js").Store} store @param {{attach: (file: File) => void, propose: (text: string) => void}} acts */
  constructor(store, acts) {
    this.store = store;
    this.acts = acts;
    this.box = byId("strip");
    this.shown = "";
  }

  /** @param {"samples" | "captions"} what @param {string} language */
  draw(what, language) {
    const wanted = `${what} ${language} ${this.store.samples.length}`;
    if (wanted === this.shown) return;
    this.shown = wanted;
    const captions = what === "captions" ? this.captions(language) : [el("span.label", {}, "Try one of these")];
    const samples = this.samples();
    this.box.classList.toggle("captions", what === "captions");
    this.box.replaceChildren(...(what === "captions" ? [...samples, ...captions] : [...captions, ...samples]));
    this.box.scrollTo({ left: 0 });
  }

  samples() {
    return this.store.samples.map((name) =>
      el("button.sample", { type: "button", "aria-label": `Sample picture: ${name}`, title: name, click: () => this.take(name) },
        el("img", { src: sampleUrl(name), alt: "" })));
  }

  /** @param {string} language */
  captions(language) {
    const list = language.startsWith("zh") ? CAPTIONS.zh : CAPTIONS.en;
    return list.map((text) => el("button.chip", { type: "button", click: () => this.acts.propose(text) }, text));
  }

  /** @param {string} name */
  async take(name) {
    try {
      const response = await fetch(sampleUrl(name));
      this.acts.attach(new File([await response.blob()], `${name}.jpg`, { type: "image/jpeg" }));
    } catch (error) {
      note(error.message);
    }
  }
}
