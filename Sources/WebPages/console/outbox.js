// Messages on their way. Each keeps its identifier however often it is tried, so that the server handles it
// once; what is not delivered outlives a reload of the page.

import { Refusal, Unreachable, ask, backoff, pause } from "./server.js";

const KEY = "earshot.outbox";
/** A server that answers with an error of its own is tried this often before the person is asked. */
const PATIENT_TRIES = 3;

export class Outbox {
  /** @param report {delivered(item, answer), held(item, why), refused(item, why, again), locked(), working(bool)} */
  constructor(report) {
    this.report = report;
    this.items = load();
    this.running = false;
  }

  of(person) {
    return this.items.filter((item) => item.person === person);
  }

  add(person, text) {
    const item = { person, id: newIdentifier(), text, at: Date.now() };
    this.items.push(item);
    this.#save();
    this.run();
    return item;
  }

  drop(id) {
    this.items = this.items.filter((item) => item.id !== id);
    this.#save();
  }

  /** Sends in order, one at a time: a follow-up must not overtake what it follows. */
  async run() {
    if (this.running) return;
    this.running = true;
    try {
      for (let item; (item = this.items.find((candidate) => !candidate.refused)); ) await this.#deliver(item);
    } catch (error) {
      if (!(error instanceof Refusal && error.status === 401)) throw error;
      this.report.locked();
    } finally {
      this.running = false;
      this.report.working(undefined);
    }
  }

  async #deliver(item) {
    for (let attempt = 0; ; attempt += 1) {
      try {
        this.report.working(item);
        const { person, id, text } = item;
        const answer = await ask("/console/messages", { body: { person, id, text }, patience: 30_000 });
        this.drop(id);
        return this.report.delivered(item, answer);
      } catch (error) {
        this.report.working(undefined);
        if (error instanceof Refusal && error.status === 401) throw error;
        const away = error instanceof Unreachable;
        if (!away && !(error instanceof Refusal)) throw error;
        if (!away && (!error.passing || attempt + 1 >= PATIENT_TRIES)) return this.#refuse(item, error);
        this.report.held(item, away ? "未送达，恢复后自动重发" : "服务正忙，稍后自动重发");
        await pause(backoff(attempt));
      }
    }
  }

  #refuse(item, error) {
    item.refused = true;
    this.#save();
    this.report.refused(item, error.message, () => {
      delete item.refused;
      this.#save();
      this.run();
    });
  }

  #save() {
    try {
      sessionStorage.setItem(KEY, JSON.stringify(this.items));
    } catch {
      // A browser that keeps nothing still sends what is in memory.
    }
  }
}

function load() {
  try {
    const items = JSON.parse(sessionStorage.getItem(KEY) ?? "[]");
    return Array.isArray(items) ? items : [];
  } catch {
    return [];
  }
}

/** 128 random bits; `crypto.randomUUID` is missing where the page is not served over a secure origin. */
function newIdentifier() {
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, "0")).join("");
}
