// @ts-check
/** Owns the list of invented people: who is on screen, how many messages wait for the others, and newcomers. */
import { ask } from "./dialogs.js";
import { element, find, fullName, paintAvatar } from "./elements.js";
import { words } from "./words.js";

/**
 * @param {{onChoose: (id: number) => void, onNewcomer: (person: any) => void}} taps
 */
export function createPeople(taps) {
  const aside = find(".people");
  const list = find(".people-list");
  const switcher = find(".switcher");
  const veil = find(".veil");
  /** @type {Map<number, any>} */
  const people = new Map();
  /** @type {Map<number, number>} */
  const unread = new Map();
  let chosen = 0;

  function setDrawer(/** @type {boolean} */ open) {
    aside.classList.toggle("open", open);
    veil.hidden = !open;
    switcher.setAttribute("aria-expanded", String(open));
    // What lies behind the drawer must not be reachable while it covers it.
    find(".chat").inert = open;
    find(".strip").inert = open;
    const goal = open ? (list.querySelector("[aria-current]") ?? find(".people-close")) : switcher;
    if (goal.checkVisibility()) goal.focus();
  }

  function paint() {
    const focused = /** @type {HTMLElement | null} */ (document.activeElement)?.dataset.person;
    list.replaceChildren(...[...people.values()].map(item));
    if (focused) list.querySelector(`[data-person="${focused}"]`)?.focus();
    const person = people.get(chosen);
    if (!person) return;
    paintAvatar(switcher.querySelector(".avatar"), person);
    switcher.querySelector(".switcher-name").textContent = fullName(person);
    const others = [...unread.values()].reduce((sum, count) => sum + count, 0);
    const waiting = others > 0 ? `. ${words.unread(others)}` : "";
    switcher.setAttribute("aria-label", words.switcher(fullName(person)) + waiting);
    paintBadge(switcher.querySelector(".badge"), others);
  }

  function item(/** @type {any} */ person) {
    const avatar = element("span", { class: "avatar", "aria-hidden": "true" });
    paintAvatar(avatar, person);
    const count = unread.get(person.id) ?? 0;
    const badge = element("span", { class: "badge", role: "img", "aria-label": words.unread(count) });
    paintBadge(badge, count);
    const names = [element("strong", {}, fullName(person)), element("small", {}, person.label)];
    const current = person.id === chosen ? "true" : null;
    const choose = () => {
      if (aside.classList.contains("open")) setDrawer(false);
      taps.onChoose(person.id);
    };
    const button = element(
      "button",
      { type: "button", class: "person", "aria-current": current, "data-person": person.id, onclick: choose },
      avatar,
      element("span", { class: "person-text" }, ...names),
      badge,
    );
    return element("li", {}, button);
  }

  async function add() {
    const fields = [
      { name: "first_name", label: words.name, required: true, maxlength: 64 },
      { name: "label", label: words.newcomerLabel, maxlength: 64 },
      { name: "phone", label: words.phone, type: "tel", maxlength: 20 },
    ];
    const answer = await ask({ title: words.newcomer, accept: words.add, fields });
    if (!answer) return;
    if (aside.classList.contains("open")) setDrawer(false);
    taps.onNewcomer(Object.fromEntries(Object.entries(answer).filter(([, value]) => value !== "")));
  }

  switcher.addEventListener("click", () => setDrawer(true));
  find(".people-close").addEventListener("click", () => setDrawer(false));
  veil.addEventListener("click", () => setDrawer(false));
  find(".newcomer").addEventListener("click", add);
  aside.addEventListener("keydown", (/** @type {KeyboardEvent} */ event) => {
    if (event.key === "Escape" && aside.classList.contains("open")) setDrawer(false);
  });
  // A drawer that the wide layout turns into a side bar covers nothing any more.
  matchMedia("(min-width: 760px)").addEventListener("change", () => aside.classList.contains("open") && setDrawer(false));

  return {
    /** @param {any[]} all */
    setAll(all) {
      people.clear();
      for (const person of all) people.set(person.id, person);
      paint();
    },
    /** @param {any} person */
    put(person) {
      people.set(person.id, person);
      paint();
    },
    /** @param {number} id */
    choose(id) {
      chosen = id;
      unread.delete(id);
      paint();
    },
    /** @param {number} id */
    countUnread(id) {
      if (!people.has(id)) return;
      unread.set(id, (unread.get(id) ?? 0) + 1);
      paint();
    },
    /** @param {number} id */
    get: (id) => people.get(id),
    first: () => [...people.keys()][0] ?? 0,
  };
}

/** @param {HTMLElement} badge @param {number} count */
function paintBadge(badge, count) {
  badge.hidden = count === 0;
  badge.textContent = count > 99 ? "99+" : String(count);
}
