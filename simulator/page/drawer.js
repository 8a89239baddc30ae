// @ts-check
/** Owns the drawer that holds the people on a narrow screen, where the focus goes, and what it covers. */
import { find } from "./elements.js";

export function createDrawer() {
  const aside = find(".people");
  const switcher = find(".switcher");
  const isOpen = () => aside.classList.contains("open");

  function set(/** @type {boolean} */ open) {
    if (open === isOpen()) return;
    aside.classList.toggle("open", open);
    find(".veil").hidden = !open;
    switcher.setAttribute("aria-expanded", String(open));
    // What lies behind the drawer must not be reachable while it covers it.
    find(".columns").inert = open;
    find(".strip").inert = open;
    const goal = open ? (aside.querySelector("[aria-current]") ?? find(".people-close")) : switcher;
    if (goal.checkVisibility()) goal.focus();
  }

  const close = () => set(false);
  switcher.addEventListener("click", () => set(true));
  find(".people-close").addEventListener("click", close);
  find(".veil").addEventListener("click", close);
  aside.addEventListener("keydown", (/** @type {KeyboardEvent} */ event) => event.key === "Escape" && close());
  // A drawer that the wide layout turns into a side bar covers nothing any more.
  matchMedia("(min-width: 760px)").addEventListener("change", close);
  return { close };
}
