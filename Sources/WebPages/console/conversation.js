// The log of one conversation: entries in order, each shown once, the days between them, what is unread.

import { drawReply, element } from "./blocks.js";
import { clockTime, dayKey, dayName } from "./moments.js";

/** Nearer than this to the end, in pixels, the reader is taken to follow the conversation. */
const NEAR_END = 80;

export class Conversation {
  /** @param parts {log, scroll, toLatest} @param say called with the message of a pressed choice */
  constructor(parts, say) {
    Object.assign(this, parts);
    this.say = say;
    this.scroll.addEventListener("scroll", () => this.atEnd && this.markRead());
    this.toLatest.addEventListener("click", () => {
      this.markRead();
      this.scroll.focus({ preventScroll: true });
      this.toEnd();
    });
    addEventListener("resize", () => this.following && this.toEnd());
    this.clear();
  }

  clear() {
    this.log.replaceChildren();
    this.shown = new Set();
    this.own = new Map();
    this.lastDay = undefined;
    this.following = true;
    this.markRead();
  }

  get isEmpty() {
    return this.log.childElementCount === 0;
  }

  get atEnd() {
    const { scrollTop, clientHeight, scrollHeight } = this.scroll;
    this.following = scrollHeight - scrollTop - clientHeight < NEAR_END;
    return this.following;
  }

  /** Shows entries of the server that are not shown yet. `quietly` is for history: nothing is read aloud. */
  add(entries, { quietly = false } = {}) {
    const follow = quietly || this.atEnd;
    if (quietly) this.log.setAttribute("aria-live", "off");
    for (const entry of entries) this.#addOne(entry, follow, quietly);
    if (follow) this.toEnd();
    if (quietly) setTimeout(() => this.log.setAttribute("aria-live", "polite"), 500);
  }

  #addOne(entry, follow, quietly) {
    const key = entry.kind === "pushed" ? `pushed ${entry.feed} ${entry.sequence}` : `${entry.kind} ${entry.message}`;
    if (this.shown.has(key)) return;
    this.shown.add(key);
    if (entry.kind === "sent") {
      const waiting = this.own.get(entry.message);
      if (waiting) return this.#settle(waiting, entry.at);
      return this.#append(this.#ownMessage(entry), entry.at, quietly);
    }
    if (!follow) this.#countUnread();
    this.#append(this.#botMessage(entry), entry.at, quietly);
  }

  /** Shows a message of one's own before the server has it. */
  addWaiting({ id, text, at }) {
    if (this.own.has(id) || this.shown.has(`sent ${id}`)) return;
    const message = this.#ownMessage({ message: id, text, at });
    message.classList.add("waiting");
    this.#append(message, at, false);
    this.log.querySelector(".unread-line")?.remove();
    this.markRead();
    this.toEnd();
  }

  /** Says under a message of one's own how it stands; `again` adds a button that tries once more. */
  setState(id, text, again) {
    const message = this.own.get(id);
    if (!message || !message.classList.contains("waiting")) return;
    const meta = message.querySelector(".meta");
    meta.replaceChildren(element("span", "trouble", text));
    if (!again) return;
    const button = element("button", "", again.label);
    button.type = "button";
    button.addEventListener("click", again.action);
    meta.append(button);
  }

  drop(id) {
    this.own.get(id)?.remove();
    this.own.delete(id);
  }

  toEnd() {
    this.following = true;
    this.scroll.scrollTop = this.scroll.scrollHeight;
  }

  markRead() {
    this.unread = 0;
    this.toLatest.hidden = true;
  }

  #countUnread() {
    if (this.unread === 0) {
      this.log.querySelector(".unread-line")?.remove();
      this.log.append(element("p", "unread-line", "以下是新消息"));
    }
    this.unread += 1;
    this.toLatest.hidden = false;
    this.toLatest.textContent = `↓ ${this.unread} 条新消息`;
  }

  #settle(message, at) {
    message.classList.remove("waiting");
    message.querySelector(".meta").replaceChildren(time(at));
  }

  #append(message, at, quietly) {
    if (dayKey(at) !== this.lastDay) {
      this.lastDay = dayKey(at);
      this.log.append(element("p", "day", dayName(at)));
    }
    if (!quietly) message.classList.add("fresh");
    this.log.append(message);
  }

  #ownMessage({ message: id, text, at }) {
    const message = this.#frame("own", "您", at);
    message.prepend(element("div", "bubble", text));
    this.own.set(id, message);
    return message;
  }

  #botMessage({ kind, reply, at }) {
    const pushed = kind === "pushed";
    const message = this.#frame(pushed ? "bot pushed" : "bot", pushed ? "Earshot 主动提醒" : "Earshot", at);
    message.prepend(drawReply(reply.blocks, this.say));
    if (pushed) message.prepend(element("p", "pushed-label", "主动提醒"));
    return message;
  }

  #frame(side, speaker, at) {
    const message = element("article", `message ${side}`);
    message.setAttribute("aria-label", `${speaker}，${clockTime(at)}`);
    const meta = element("div", "meta");
    meta.append(time(at));
    message.append(meta);
    return message;
  }
}

function time(at) {
  const made = element("time", "", clockTime(at));
  made.dateTime = new Date(at).toISOString();
  return made;
}
