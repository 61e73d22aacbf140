// Draws the blocks of a reply. Every text arrives in the page through textContent: customers wrote it.

/** An element with a class and a text. */
export function element(name, className = "", text) {
  const made = document.createElement(name);
  if (className) made.className = className;
  if (text !== undefined) made.textContent = text;
  return made;
}

/** The bubble of a reply; `say` is called with the message of a choice that is pressed. */
export function drawReply(blocks, say) {
  const bubble = element("div", "bubble reply");
  for (const run of runs(blocks)) {
    const drawn = draw[run[0].type]?.(run, say) ?? plain(run);
    bubble.append(...drawn);
  }
  return bubble;
}

/** Neighbours of one kind stand together: figures share a table, items share a list. */
function runs(blocks) {
  const result = [];
  for (const block of blocks) {
    const last = result.at(-1);
    if (last && last[0].type === block.type) last.push(block);
    else result.push([block]);
  }
  return result;
}

const draw = {
  title: (run) => run.map((block) => element("h4", "", block.text)),
  text: (run) => run.map((block) => element("p", "text", block.text)),
  figure: (run) => [figures(run)],
  quote: (run) => run.map(quote),
  item: (run) => {
    const list = element("ul", "items");
    list.append(...run.map((block) => element("li", "", block.text)));
    return [list];
  },
  choices: (run, say) => run.map((block) => choices(block, say)),
};

/** A kind this page does not know yet is shown by whatever text it has. */
function plain(run) {
  return run.filter((block) => block.text).map((block) => element("p", "text", block.text));
}

function figures(run) {
  const list = element("dl", "figures");
  for (const { label, value } of run) {
    const row = element("span", "parts");
    row.append(...parts(value));
    const figure = element("dd");
    figure.append(row);
    list.append(element("dt", "", label), figure);
  }
  return list;
}

/** 油耗 76 · 售后等待 41: a line breaks between the parts, not within one. */
function parts(value) {
  return value.split(" · ").map((text, index) => {
    const part = element("span", "part");
    if (index > 0) part.append(element("span", "dot", " · "));
    part.append(text);
    return part;
  });
}

function quote({ text, source }) {
  const figure = element("figure", "quote");
  figure.append(element("blockquote", "", text));
  if (source) figure.append(element("figcaption", "", source));
  return figure;
}

function choices({ prompt, choices }, say) {
  const group = element("div", "choices");
  group.setAttribute("role", "group");
  group.setAttribute("aria-label", prompt || "可以选择");
  if (prompt) group.append(element("p", "", prompt));
  const list = element("ul");
  for (const choice of choices) {
    const button = element("button");
    button.type = "button";
    // What comes unasked has no numbers: they are those of the last answer.
    if (choice.number) button.append(element("span", "number", String(choice.number)));
    button.append(choice.label);
    button.addEventListener("click", () => say(choice.text));
    const entry = element("li");
    entry.append(button);
    list.append(entry);
  }
  group.append(list);
  return group;
}
