/** The pictures that go with the next message: picked, dropped, pasted or samples; several are an album. */

import { byId, el, size } from "./dom.js";
import { note } from "./notes.js";

const ALBUM_LIMIT = 10;
const PHOTO_LIMIT = 10 * 1024 * 1024;
const PHOTO_KINDS = ["image/jpeg", "image/png", "image/webp", "image/gif"];

export class Attached {
  /** @param {HTMLTextAreaElement} input @param {() => void} changed */
  constructor(input, changed) {
    this.input = input;
    this.changed = changed;
    this.box = byId("attached");
    this.picker = /** @type {HTMLInputElement} */ (byId("file"));
    /** @type {File[]} */ this.files = [];
    /** @type {Map<File, string>} */ this.previews = new Map();
    this.asFile = false;
    byId("attach").addEventListener("click", () => this.picker.click());
    this.picker.addEventListener("change", () => {
      this.take([...(this.picker.files ?? [])]);
      this.picker.value = "";
    });
    input.addEventListener("paste", (event) => this.takeFrom(event, event.clipboardData));
    this.onDrop(document.body, byId("drop"));
  }

  /** Adds them, up to ten. @param {File[]} files */
  take(files) {
    if (!files.length) return;
    const all = [...this.files, ...files];
    if (all.length > ALBUM_LIMIT) note(`An album has at most ${ALBUM_LIMIT} pictures.`);
    this.files = all.slice(0, ALBUM_LIMIT);
    this.asFile ||= this.files.some((file) => !PHOTO_KINDS.includes(file.type) || file.size > PHOTO_LIMIT);
    this.changed();
    this.input.focus();
  }

  clear() {
    this.files = [];
    this.asFile = false;
  }

  draw() {
    this.box.hidden = !this.files.length;
    for (const [file, url] of this.previews) {
      if (this.files.includes(file)) continue;
      URL.revokeObjectURL(url);
      this.previews.delete(file);
    }
    if (this.files.length) this.box.replaceChildren(this.thumbs(), this.facts());
  }

  thumbs() {
    const many = this.files.length > 1;
    return el("ul.thumbs", { "aria-label": "Attached" }, ...this.files.map((file) => el("li", {},
      el("img", { src: this.preview(file), alt: "", error: (event) => event.target.remove() }),
      el("button", { type: "button", "aria-label": many ? `Remove ${file.name}` : "Remove the picture", click: () => this.remove(file) }, "×"),
    )));
  }

  facts() {
    const toggle = el("input", { type: "checkbox", id: "as-file", change: (event) => (this.asFile = event.target.checked) });
    toggle.checked = this.asFile;
    const [first] = this.files;
    const bytes = this.files.reduce((sum, file) => sum + file.size, 0);
    const many = this.files.length > 1;
    return el("span.what", {},
      el("b", {}, many ? `Album of ${this.files.length}` : first.name),
      el("span", {}, size(bytes), " · ", el("label", { for: "as-file" }, toggle, many ? " as files" : " as a file, uncompressed")),
    );
  }

  /** @param {File} file */
  preview(file) {
    if (!this.previews.has(file)) this.previews.set(file, URL.createObjectURL(file));
    return this.previews.get(file);
  }

  /** @param {File} file */
  remove(file) {
    this.files = this.files.filter((each) => each !== file);
    if (!this.files.length) this.clear();
    this.changed();
    this.input.focus();
  }

  /** @param {Event} event @param {DataTransfer | null} data */
  takeFrom(event, data) {
    if (!data?.files.length) return;
    event.preventDefault();
    this.take([...data.files]);
  }

  /** @param {HTMLElement} target @param {HTMLElement} veil */
  onDrop(target, veil) {
    const hasFiles = (/** @type {DragEvent} */ event) => event.dataTransfer?.types.includes("Files");
    target.addEventListener("dragover", (event) => {
      if (!hasFiles(event)) return;
      event.preventDefault();
      veil.hidden = false;
    });
    target.addEventListener("dragleave", (event) => {
      if (!event.relatedTarget) veil.hidden = true;
    });
    target.addEventListener("drop", (event) => {
      veil.hidden = true;
      this.takeFrom(event, event.dataTransfer);
    });
  }
}
