// @ts-check
/** Owns the list of invented people and their groups: who is on screen, and how many messages wait for the others. */
import { ask } from "./dialogs.js";
import { createDrawer } from "./drawer.js";
import { element, find, fullName, icon, paintAvatar, paintBadge } from "./elements.js";
import { words } from "./words.js";

/**
 * @typedef {import("./api.js").Seat} Seat
 * @typedef {{active: Seat | null, isOpen: (seat: Seat) => boolean, isFull: boolean}} Screen what is on screen now
 */

/**
 * @param {{onChoose: (seat: Seat) => void, onBeside: (seat: Seat) => void, onNewcomer: (person: any) => void,
 *   screen: () => Screen}} taps
 */
export function createPeople(taps) {
  const aside = find(".people");
  const list = find(".people-list");
  const groupList = find(".groups-list");
  const switcher = find(".switcher");
  const drawer = createDrawer();
  /** @type {Map<number, any>} */
  const people = new Map();
  /** @type {Map<number, any>} */
  const groups = new Map();
  /** By chat. @type {Map<number, number>} */
  const unread = new Map();

  function paint() {
    const focused = /** @type {HTMLElement | null} */ (document.activeElement)?.dataset.entry;
    list.replaceChildren(...[...people.values()].map((person) => entry({ person: person.id, group: 0 })));
    const open = [...groups.values()].filter((group) => !group.closed && group.members.length > 0);
    groupList.replaceChildren(...open.map((group) => entry({ person: seatIn(group), group: group.id })));
    find(".groups").hidden = open.length === 0;
    if (focused) {
      const same = /** @type {HTMLElement | null} */ (aside.querySelector(`[data-entry="${focused}"]:not(:disabled)`));
      (same ?? aside.querySelector(`[data-entry="${focused.replace("beside", "choose")}"]`))?.focus();
    }
    paintSwitcher();
  }

  /** Who looks at a group: whoever is on screen, if a member. @param {any} group */
  function seatIn(group) {
    const active = taps.screen().active?.person;
    const members = group.members.map((/** @type {any} */ member) => member.id);
    return members.includes(active) ? active : members[0];
  }

  function paintSwitcher() {
    const person = people.get(taps.screen().active?.person ?? 0);
    if (!person) return;
    paintAvatar(switcher.querySelector(".avatar"), person);
    switcher.querySelector(".switcher-name").textContent = fullName(person);
    const others = [...unread.values()].reduce((sum, count) => sum + count, 0);
    const waiting = others > 0 ? `. ${words.unread(others)}` : "";
    switcher.setAttribute("aria-label", words.switcher(fullName(person)) + waiting);
    paintBadge(switcher.querySelector(".badge"), others);
  }

  /** One line of a list. @param {Seat} seat */
  function entry(seat) {
    const id = seat.group || seat.person;
    const group = groups.get(seat.group);
    const who = group ? { id, first_name: group.title } : people.get(seat.person);
    const detail = group ? (group.kind === "channel" ? words.channel : words.members(group.members.length)) : who.label;
    const avatar = element("span", { class: "avatar", "aria-hidden": "true" });
    paintAvatar(avatar, who);
    const count = unread.get(id) ?? 0;
    const badge = element("span", { class: "badge", role: "img", "aria-label": words.unread(count) });
    paintBadge(badge, count);
    const names = [element("strong", { dir: "auto" }, fullName(who)), element("small", { dir: "auto" }, detail)];
    const { active, isOpen, isFull } = taps.screen();
    const current = active !== null && (active.group || active.person) === id;
    const choose = () => {
      drawer.close();
      taps.onChoose(seat);
    };
    const attributes = { "aria-current": current ? "true" : null, "data-entry": `choose${id}`, onclick: choose };
    const button = element(
      "button",
      { type: "button", class: isOpen(seat) ? "person open" : "person", ...attributes },
      avatar,
      element("span", { class: "person-text" }, ...names),
      badge,
    );
    return element("li", {}, button, besideButton(seat, fullName(who), isFull || isOpen(seat)));
  }

  /** @param {Seat} seat @param {string} name @param {boolean} off */
  function besideButton(seat, name, off) {
    const label = words.beside(name);
    const open = () => taps.onBeside(seat);
    const facts = { "aria-label": label, title: label, disabled: off, "data-entry": `beside${seat.group || seat.person}` };
    const button = element("button", { type: "button", class: "round beside", onclick: open, ...facts });
    button.append(icon("beside"));
    return button;
  }

  async function add() {
    const fields = [
      { name: "first_name", label: words.name, required: true, maxlength: 64 },
      { name: "label", label: words.newcomerLabel, maxlength: 64 },
      { name: "phone", label: words.phone, type: "tel", maxlength: 20 },
    ];
    const answer = await ask({ title: words.newcomer, accept: words.add, fields });
    if (!answer) return;
    drawer.close();
    taps.onNewcomer(Object.fromEntries(Object.entries(answer).filter(([, value]) => value !== "")));
  }

  find(".newcomer").addEventListener("click", add);

  return {
    /** @param {any[]} everybody @param {any[]} everywhere */
    setAll(everybody, everywhere) {
      people.clear();
      groups.clear();
      for (const person of everybody) people.set(person.id, person);
      for (const group of everywhere) groups.set(group.id, group);
      paint();
    },
    /** @param {any} person */
    put(person) {
      people.set(person.id, person);
      paint();
    },
    /** @param {number} chatId */
    countUnread(chatId) {
      unread.set(chatId, (unread.get(chatId) ?? 0) + 1);
      paint();
    },
    /** @param {number[]} chatIds those on screen now */
    markRead(chatIds) {
      for (const chatId of chatIds) unread.delete(chatId);
      paint();
    },
    /** @param {number} id */
    get: (id) => people.get(id),
    /** @param {number} id */
    group: (id) => groups.get(id),
    first: () => [...people.keys()][0] ?? 0,
  };
}
