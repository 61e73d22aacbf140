// Requests to the server, and the two ways they fail: it refused, or it could not be reached.

/** The server answered and said no; trying the same again will not help unless `passing` is true. */
export class Refusal extends Error {
  constructor(status, message) {
    super(message);
    this.status = status;
    this.passing = status === 429 || status >= 500;
  }
}

/** No answer came: the network or the server is away. */
export class Unreachable extends Error {}

/** Asks for JSON; with a body it posts. `patience` is in milliseconds. */
export async function ask(path, { body, signal, patience = 20_000 } = {}) {
  const limits = [AbortSignal.timeout(patience), ...(signal ? [signal] : [])];
  let response;
  let answer;
  try {
    response = await fetch(path, {
      method: body === undefined ? "GET" : "POST",
      headers: body === undefined ? {} : { "Content-Type": "application/json" },
      body: body === undefined ? undefined : JSON.stringify(body),
      cache: "no-store",
      credentials: "same-origin",
      signal: AbortSignal.any(limits),
    });
    answer = await response.json().catch(() => ({}));
  } catch (error) {
    if (signal?.aborted) throw error;
    throw new Unreachable("连接不上服务");
  }
  if (response.ok) return answer;
  throw new Refusal(response.status, answer.error?.message ?? `服务回答了 ${response.status}`);
}

/** Resolves after `milliseconds`, or at once when the network comes back or the signal ends. */
export function pause(milliseconds, signal) {
  return new Promise((resolve) => {
    const done = () => {
      clearTimeout(timer);
      removeEventListener("online", done);
      signal?.removeEventListener("abort", done);
      resolve();
    };
    const timer = setTimeout(done, milliseconds);
    addEventListener("online", done);
    signal?.addEventListener("abort", done);
  });
}

/** How long to wait before the given try (0, 1, 2 …), in milliseconds: 1 s doubling to 15 s, a little spread. */
export function backoff(attempt) {
  return Math.min(15_000, 1000 * 2 ** attempt) * (0.85 + 0.3 * Math.random());
}
