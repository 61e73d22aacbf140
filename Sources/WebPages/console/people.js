// The list of people one can speak as, grouped by role, with what each has not read yet.

import { element } from "./blocks.js";

const ROLES = [
  ["dealer", "经销商"],
  ["manager", "区域经理"],
  ["hq", "总部"],
  ["admin", "管理员"],
];

/** More people than this are easier to search than to look through. */
const AT_A_GLANCE = 12;

export class People {
  /** @param choose called with the person that is chosen */
  constructor(list, filter, choose) {
    this.list = list;
    this.filter = filter;
    this.choose = choose;
    this.known = new Map();
    filter.addEventListener("input", () => this.#search());
  }

  show(people) {
    this.known = new Map(people.map((person) => [person.id, person]));
    this.list.removeAttribute("aria-busy");
    this.filter.hidden = people.length <= AT_A_GLANCE;
    this.list.replaceChildren(
      ...ROLES.flatMap(([role, name]) => {
        const members = people.filter((person) => person.role === role);
        return members.length ? [this.#group(role, name, members)] : [];
      }),
    );
  }

  #group(role, name, members) {
    const group = element("section", "people-group");
    const heading = element("h3", "", name);
    heading.id = `role-${role}`;
    group.setAttribute("aria-labelledby", heading.id);
    const list = element("ul");
    list.append(...members.map((person) => this.#entry(person)));
    group.append(heading, list);
    return group;
  }

  #entry(person) {
    const button = element("button", "person");
    button.type = "button";
    button.dataset.person = person.id;
    const words = element("span");
    words.append(element("span", "place", person.place), element("span", "name", person.name));
    const face = element("span", "face", [...person.name][0]);
    face.setAttribute("aria-hidden", "true");
    const unread = element("span", "unread");
    unread.hidden = true;
    button.append(face, words, unread);
    button.addEventListener("click", () => this.choose(person));
    const entry = element("li");
    entry.append(button);
    return entry;
  }

  #search() {
    const words = this.filter.value.trim().toLowerCase().split(/\s+/);
    for (const button of this.list.querySelectorAll(".person")) {
      const { place, name } = this.known.get(button.dataset.person);
      const text = `${place} ${name}`.toLowerCase();
      button.parentElement.hidden = !words.every((word) => text.includes(word));
    }
    for (const group of this.list.children) group.hidden = !group.querySelector("li:not([hidden])");
  }

  mark(current) {
    for (const button of this.list.querySelectorAll(".person")) {
      button.setAttribute("aria-current", String(button.dataset.person === current));
    }
  }

  setUnread(person, count) {
    const badge = this.#button(person)?.querySelector(".unread");
    if (!badge) return;
    badge.hidden = count === 0;
    badge.replaceChildren(String(count), element("span", "for-readers", " 条新消息"));
  }

  focus(person) {
    (this.#button(person) ?? this.list.querySelector(".person"))?.focus();
  }

  #button(person) {
    return [...this.list.querySelectorAll(".person")].find((button) => button.dataset.person === person);
  }
}
