// Follows what the server has for one person: asks for what comes after the last known entry and waits there.

import { Refusal, ask, backoff, pause } from "./server.js";

export class Feed {
  /** @param report {entries(list, first), others(pushed), connection(ok), locked()} */
  constructor(report) {
    this.report = report;
  }

  /** Follows another person from the beginning of what the server still has. */
  follow(person) {
    this.stop();
    this.ending = new AbortController();
    this.#run(person, this.ending.signal);
  }

  stop() {
    this.ending?.abort();
  }

  async #run(person, signal) {
    let position = { after: 0, feed: "" };
    let first = true;
    for (let failures = 0; !signal.aborted; ) {
      try {
        // Until the names of the feeds agree (at first, and when the server began anew) it answers at once.
        const query = new URLSearchParams({ person, ...position });
        const answer = await ask(`/console/events?${query}`, { signal, patience: 60_000 });
        if (signal.aborted) return;
        failures = 0;
        position = { after: answer.last, feed: answer.feed };
        this.report.connection(true);
        this.report.entries(answer.entries.map((entry) => ({ ...entry, feed: answer.feed })), first);
        this.report.others(answer.pushed);
        first = false;
      } catch (error) {
        if (signal.aborted) return;
        if (error instanceof Refusal && error.status === 401) return this.report.locked();
        if (failures > 0) this.report.connection(false);
        await pause(failures === 0 ? 300 : backoff(failures - 1), signal);
        failures += 1;
      }
    }
  }
}
