// The line to write in: Enter sends, Shift+Enter breaks the line, Enter within an input method only commits.

export class Composer {
  /** @param parts {form, text, send} @param say called with what was written */
  constructor(parts, say) {
    Object.assign(this, parts);
    this.say = say;
    this.text.addEventListener("input", () => this.#changed());
    this.text.addEventListener("keydown", (event) => {
      // keyCode 229: Safari ends the composition before it reports the key that ended it.
      if (event.key !== "Enter" || event.shiftKey || event.isComposing || event.keyCode === 229) return;
      event.preventDefault();
      this.#submit();
    });
    this.form.addEventListener("submit", (event) => {
      event.preventDefault();
      this.#submit();
      this.text.focus();
    });
  }

  focus() {
    this.text.focus();
  }

  /** Puts a text back to be changed. */
  edit(text) {
    this.text.value = text;
    this.#changed();
    this.text.focus();
  }

  #submit() {
    const text = this.text.value.trim();
    if (!text) return;
    this.text.value = "";
    this.#changed();
    this.say(text);
  }

  #changed() {
    this.send.disabled = this.text.value.trim() === "";
    if (CSS.supports("field-sizing", "content")) return;
    this.text.style.height = "auto";
    this.text.style.height = `${this.text.scrollHeight + 2}px`;
  }
}
