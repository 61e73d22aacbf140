// Puts the parts of the console together: who speaks, what was said, what is on its way.

import { element } from "./blocks.js";
import { Composer } from "./composer.js";
import { Conversation } from "./conversation.js";
import { Feed } from "./feed.js";
import { offerLooks } from "./looks.js";
import { Outbox } from "./outbox.js";
import { People } from "./people.js";
import { Refusal, ask, backoff, pause } from "./server.js";

const part = (id) => document.getElementById(id);
const wide = matchMedia("(width >= 820px)");
/** A quick answer needs no typing indicator, in milliseconds. */
const QUICK = 250;

let speaker;
let typingTimer;
/** Per person: how many pushed messages have been on the screen. */
const seen = new Map();

const people = new People(part("people"), part("people-filter"), (person) => speakAs(person, { focus: true }));
const conversation = new Conversation(
  { log: part("log"), scroll: part("scroll"), toLatest: part("to-latest") },
  say,
);
const composer = new Composer({ form: part("composer"), text: part("text"), send: part("send") }, say);

const outbox = new Outbox({
  delivered(item, answer) {
    if (item.person === speaker?.id) show(answer.entries.map((entry) => ({ ...entry, feed: answer.feed })));
    setConnection(true);
  },
  held(item, why) {
    for (const waiting of outbox.of(item.person)) conversation.setState(waiting.id, why);
    setConnection(false);
  },
  refused(item, why, again) {
    conversation.setState(item.id, `没有发出：${why}`, { label: "重试", action: again });
  },
  locked: logIn,
  working(item) {
    clearTimeout(typingTimer);
    part("typing").hidden = true;
    if (item?.person !== speaker?.id || !item) return;
    conversation.setState(item.id, "发送中");
    typingTimer = setTimeout(() => {
      const follow = conversation.atEnd;
      part("typing").hidden = false;
      if (follow) conversation.toEnd();
    }, QUICK);
  },
});

const feed = new Feed({
  entries(entries, first) {
    if (first) {
      show(entries, { quietly: true });
      for (const item of outbox.of(speaker.id)) conversation.addWaiting(item);
      for (const item of outbox.of(speaker.id)) {
        if (item.refused) conversation.setState(item.id, "没有发出", { label: "重试", action: () => retry(item) });
      }
      outbox.run();
    } else {
      show(entries);
    }
    part("scroll").removeAttribute("aria-busy");
    updateWelcome();
  },
  others(pushed) {
    for (const person of people.known.keys()) {
      const count = pushed[person] ?? 0;
      // What was pushed before the page was opened is no news; fewer than before means a new beginning.
      if (person === speaker?.id || count < (seen.get(person) ?? Infinity)) seen.set(person, count);
      people.setUnread(person, count - seen.get(person));
    }
  },
  connection: setConnection,
  locked: logIn,
});

function retry(item) {
  delete item.refused;
  outbox.run();
}

function say(text) {
  if (!speaker) return;
  conversation.addWaiting(outbox.add(speaker.id, text));
  updateWelcome();
}

function show(entries, options) {
  conversation.add(entries, options);
  updateWelcome();
  const news = entries.some((entry) => entry.kind !== "sent");
  if (document.hidden && news && !options?.quietly) document.title = "● Earshot 对话台";
}

function speakAs(person, { focus = false } = {}) {
  if (speaker?.id !== person.id) {
    speaker = person;
    conversation.clear();
    part("typing").hidden = true;
    part("scroll").setAttribute("aria-busy", "true");
    part("speaking-as").textContent = `您的身份：${person.place} ${person.name}`;
    part("welcome-heading").textContent = `${person.name}，您好`;
    part("welcome-text").textContent = "想知道客户在说什么，直接问就行。";
    part("welcome-questions").replaceChildren(...questions(person).map(asItem));
    part("chips").replaceChildren(...questions(person));
    part("welcome").hidden = true;
    part("chips").hidden = true;
    people.mark(person.id);
    people.setUnread(person.id, 0);
    history.replaceState(null, "", `#${encodeURIComponent(person.id)}`);
    feed.follow(person.id);
  }
  document.body.dataset.screen = "chat";
  part("chat").hidden = false;
  part("no-person").hidden = true;
  // On a phone the keyboard would cover the suggestions: there the title is where reading begins.
  if (focus && wide.matches) composer.focus();
  else if (focus) part("back").focus();
}

function questions(person) {
  return (person.suggestions ?? []).map((text) => {
    const button = element("button", "", text);
    button.type = "button";
    button.addEventListener("click", () => {
      say(text);
      if (wide.matches) composer.focus();
      else part("scroll").focus({ preventScroll: true });
    });
    return button;
  });
}

function asItem(button) {
  const entry = element("li");
  entry.append(button);
  return entry;
}

function updateWelcome() {
  const loading = part("scroll").hasAttribute("aria-busy");
  part("welcome").hidden = loading || !conversation.isEmpty;
  part("chips").hidden = conversation.isEmpty || part("chips").childElementCount === 0;
}

function setConnection(ok) {
  const line = part("connection");
  if (line.hidden === ok) return;
  line.hidden = ok;
  line.textContent = ok ? "" : "连接不上服务。消息已保留，恢复后自动发送，不会重复。";
}

function logIn() {
  if (!part("login").open) part("login").showModal();
}

part("login-form").addEventListener("submit", async (event) => {
  event.preventDefault();
  const problem = part("login-problem");
  problem.hidden = true;
  try {
    await ask("/console/session", { body: { token: part("token").value } });
    part("token").value = "";
    part("login").close();
    await offerLooks(part("looks"), () => conversation.following && conversation.toEnd());
start();
  } catch (error) {
    problem.textContent = error.message;
    problem.hidden = false;
    part("token").select();
  }
});
// Without the token there is nothing behind the dialog.
part("login").addEventListener("cancel", (event) => event.preventDefault());

part("back").addEventListener("click", () => {
  document.body.dataset.screen = "people";
  people.focus(speaker?.id);
});

document.addEventListener("visibilitychange", () => {
  if (!document.hidden) document.title = "Earshot 对话台";
});

async function start() {
  const problem = part("people-problem");
  for (let attempt = 0; ; attempt += 1) {
    try {
      const { people: known, ...pages } = await ask("/console/people");
      problem.hidden = true;
      for (const page of ["platforms", "lexicon"]) {
        if (pages[page]) part(page).href = `/console/${page}`;
        part(page).hidden = !pages[page];
      }
      people.show(known);
      break;
    } catch (error) {
      if (error instanceof Refusal && error.status === 401) return logIn();
      problem.textContent = error instanceof Refusal ? error.message : "连接不上服务，正在重试……";
      problem.hidden = false;
      if (error instanceof Refusal && !error.passing) return;
      await pause(backoff(attempt));
    }
  }
  const last = people.known.get(decodeURIComponent(location.hash.slice(1)));
  if (speaker && people.known.has(speaker.id)) {
    people.mark(speaker.id);
    feed.follow(speaker.id);
    outbox.run();
  } else if (last) {
    speakAs(last);
  }
}

offerLooks(part("looks"), () => conversation.following && conversation.toEnd());
start();
