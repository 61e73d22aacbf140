// Shows what came to the platforms, and sends them something. Asks again every second while somebody looks.

import { element } from "/console/blocks.js";
import { clockTime } from "/console/moments.js";
import { Refusal, ask, backoff, pause } from "/console/server.js";

const NAMES = { wecom: "企业微信", dingtalk: "钉钉", feishu: "飞书" };
/** How often it asks, in milliseconds. */
const RHYTHM = 1000;

const part = (id) => document.getElementById(id);
const list = part("messages");
/** The cards by platform and number: those that are there stay as they are, opened or not. */
const cards = new Map();

function draw({ addressees, waiting, messages }) {
  if (part("to").childElementCount === 0) {
    part("to").append(...addressees.map(({ to, name }) => new Option(name, to)));
  }
  part("state").textContent =
    waiting > 0 ? `还有 ${waiting} 条在排队或等待重试` : messages.length ? "" : "还没有消息，先发一条试试。";
  const keys = messages.map(({ platform, number }) => `${platform}/${number}`);
  if (keys.length === cards.size && keys.every((key) => cards.has(key))) return;
  const shown = messages.map((message, index) => cards.get(keys[index]) ?? card(message));
  list.replaceChildren(...shown);
  cards.clear();
  keys.forEach((key, index) => cards.set(key, shown[index]));
}

function card(message) {
  const made = element("li", "message");
  const head = element("p", "head");
  const moment = element("time", "", clockTime(message.at));
  moment.dateTime = new Date(message.at).toISOString();
  head.append(
    element("span", "platform", NAMES[message.platform] ?? message.platform),
    element("span", "recipients", message.recipients.join("、")),
    element("span", "kind", message.kind),
  );
  const objection = refusal(message.answer);
  if (objection) head.append(element("span", "refused", `平台拒绝：${objection}`));
  head.append(moment);
  const details = element("details");
  details.append(
    element("summary", "", "原文与回答"),
    element("pre", "request", message.request),
    element("pre", "answer", message.answer),
  );
  made.append(head, element("p", "words", message.words || (/image/i.test(message.kind) ? "（图片）" : "（没有文字）")), details);
  return made;
}

/** The code with which a platform refuses; nothing where it takes the message. WeCom and the robots of DingTalk call it errcode. */
function refusal(answer) {
  try {
    const { errcode, code } = JSON.parse(answer);
    return errcode || code || "";
  } catch {
    return "";
  }
}

function complain(error) {
  part("problem").textContent = error?.message ?? "";
  part("problem").hidden = !error;
}

part("send").addEventListener("submit", async (event) => {
  event.preventDefault();
  part("submit").disabled = true;
  try {
    await ask("/console/platforms/messages", { body: { to: part("to").value, text: part("text").value } });
    part("text").value = "";
    complain();
  } catch (error) {
    complain(error);
  }
  part("submit").disabled = false;
});

async function follow() {
  for (let failures = 0; ; ) {
    try {
      if (!document.hidden) draw(await ask("/console/platforms/messages"));
      if (failures > 0) complain();
      failures = 0;
      await pause(RHYTHM);
    } catch (error) {
      complain(error);
      if (error instanceof Refusal && !error.passing) return;
      failures += 1;
      await pause(backoff(failures));
    }
  }
}

follow();
