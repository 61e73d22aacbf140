// Shows which terms of the word lists decide how the newest voices are read.

import { element } from "/console/blocks.js";
import { clockTime } from "/console/moments.js";
import { ask } from "/console/server.js";

const OUTCOMES = { followed: "采纳", overruled: "推翻", undecided: "未定" };
/** From here on a share of overruled votes stands out. */
const HIGH = 0.5;
/** 好 is said of everything. */
const MOST_ASPECTS = 5;
/** How long it waits for another key, in milliseconds. */
const PATIENCE = 250;

const part = (id) => document.getElementById(id);
const figures = new Intl.NumberFormat("zh-CN");
const shares = new Intl.NumberFormat("zh-CN", { style: "percent" });

function draw({ countedAt, texts, found, fewestVotes, terms }, { order, search }) {
  const which = order === "overruled" && !search ? `（至少 ${fewestVotes} 次判断）` : "";
  const cut = found > terms.length ? `，列出前 ${terms.length} 个` : "";
  part("state").textContent =
    texts === 0
      ? "还没有客户原话。"
      : `最近 ${figures.format(texts)} 条客户原话（不含广告和转发），${clockTime(countedAt)} 统计：` +
        (found ? `${figures.format(found)} 个词${which}${cut}。` : search ? `其中没有「${search}」。` : "没有这样的词。");
  part("terms").hidden = terms.length === 0;
  for (const body of [...part("terms").tBodies]) body.remove();
  part("terms").append(...terms.map(rows));
}

/** The rows of a term: its figures, and its quotes, which a press opens. */
function rows({ term, texts, votes, aspects, quotes }) {
  const body = element("tbody");
  const row = element("tr", "term");
  const head = element("th");
  head.scope = "row";
  const all = votes.followed + votes.overruled + votes.undecided;
  const share = all ? votes.overruled / all : 0;
  row.append(
    head,
    ...[texts, votes.followed, votes.overruled, votes.undecided].map((number) =>
      element("td", "number", figures.format(number)),
    ),
    element("td", share >= HIGH ? "number high" : "number", all ? shares.format(share) : "—"),
    element("td", "aspects", inAspects(aspects)),
  );
  body.append(row);
  if (quotes.length === 0) {
    head.textContent = term;
    return body;
  }
  const opener = element("button", "", term);
  opener.type = "button";
  opener.ariaExpanded = "false";
  head.append(opener);
  const below = element("tr", "quotes");
  below.hidden = true;
  const cell = element("td");
  cell.colSpan = row.cells.length;
  cell.append(...quotes.map(quote));
  below.append(cell);
  body.append(below);
  opener.addEventListener("click", () => {
    below.hidden = !below.hidden;
    opener.ariaExpanded = String(!below.hidden);
  });
  return body;
}

/** What became of the votes in the aspects that have most of them. */
function inAspects(aspects) {
  const shown = aspects
    .slice(0, MOST_ASPECTS)
    .map(({ name, votes: { followed, overruled } }) => `${name} ${followed}/${overruled}`);
  const rest = aspects.length - shown.length;
  return shown.join("，") + (rest > 0 ? `，另 ${rest} 个方面` : "");
}

function quote({ words, aspect, isPraise, outcome }) {
  const made = element("p");
  const note = element("span", `note ${outcome}`, `${aspect}${isPraise ? "好评" : "差评"}，${OUTCOMES[outcome]}`);
  made.append(element("span", "words", words), note);
  return made;
}

let asking;

async function show() {
  asking?.abort();
  const mine = (asking = new AbortController());
  const order = document.querySelector("input[name=order]:checked").value;
  const search = part("search").value.trim();
  try {
    const answer = await ask(`/console/lexicon/terms?${new URLSearchParams({ order, search })}`, {
      signal: mine.signal,
    });
    if (mine.signal.aborted) return;
    draw(answer, { order, search });
    part("problem").hidden = true;
  } catch (error) {
    if (mine.signal.aborted) return;
    part("problem").textContent = error.message;
    part("problem").hidden = false;
    part("state").textContent = "";
  }
}

let timer;

part("choice").addEventListener("input", ({ target }) => {
  clearTimeout(timer);
  timer = setTimeout(show, target.type === "search" ? PATIENCE : 0);
});
part("choice").addEventListener("submit", (event) => {
  event.preventDefault();
  show();
});

show();
