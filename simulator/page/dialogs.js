// @ts-check
/** Owns what covers the chat for a moment: toasts, questions, small forms and menus. */
import { element, find } from "./elements.js";
import { words } from "./words.js";

const TOAST_MS = 4000;

let dialogs = 0;

/** Shows a sentence for four seconds without stopping anybody. @param {string} text @param {ParentNode} [chat] */
export function toast(text, chat = document) {
  const shown = element("p", { class: "toast" }, text);
  find(".toasts", chat).replaceChildren(shown);
  setTimeout(() => shown.remove(), TOAST_MS);
}

/**
 * @typedef {{name: string, label: string, type?: string, value?: string, step?: string, required?: boolean,
 *   maxlength?: number}} Field
 */

/**
 * Asks in a modal dialog; Escape and "Cancelar" answer null.
 * @param {{title: string, accept: string, cancel?: boolean, fields?: Field[], picture?: Node | null}} question
 * @returns {Promise<Record<string, string> | null>} the fields' values by name
 */
export function ask({ title, accept, cancel = true, fields = [], picture = null }) {
  return new Promise((resolve) => {
    const inputs = fields.map((field) => {
      const { label, ...attributes } = field;
      const input = element("input", { type: "text", ...attributes });
      return element("label", { class: "field" }, element("span", {}, label), input);
    });
    const titleId = `dialog-title-${(dialogs += 1)}`;
    const form = element("form", { class: "dialog-form" }, element("h2", { id: titleId }, title), picture, ...inputs);
    const leave = () => dialog.close();
    const buttons = element("div", { class: "dialog-buttons" });
    if (cancel) buttons.append(element("button", { type: "button", class: "flat", onclick: leave }, words.cancel));
    buttons.append(element("button", { type: "submit", class: "flat strong" }, accept));
    form.append(buttons);
    const dialog = /** @type {HTMLDialogElement} */ (element("dialog", { "aria-labelledby": titleId }, form));

    let answer = /** @type {Record<string, string> | null} */ (null);
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      answer = {};
      for (const input of form.querySelectorAll("input")) answer[input.name] = input.value.trim();
      dialog.close();
    });
    dialog.addEventListener("close", () => {
      dialog.remove();
      resolve(answer);
    });
    document.body.append(dialog);
    dialog.showModal();
    if (fields.length === 0) /** @type {HTMLElement} */ (buttons.lastElementChild).focus();
  });
}

/** Shows a sentence that has to be acknowledged. @param {string} text */
export const tell = (text) => ask({ title: text, accept: words.accept, cancel: false });

/**
 * Opens a menu beside a button; arrows move, Escape and a click elsewhere close and give the focus back.
 * @param {HTMLElement} opener
 * @param {Array<{label: string, act: () => void, danger?: boolean}>} choices
 */
export function openMenu(opener, choices) {
  const menu = element("div", { class: "menu", role: "menu" });
  const close = (/** @type {boolean} */ giveFocus) => {
    menu.remove();
    opener.setAttribute("aria-expanded", "false");
    document.removeEventListener("pointerdown", outside, true);
    // The message that the menu belonged to may be gone by now.
    if (giveFocus) (opener.isConnected ? opener : find(".composer textarea")).focus();
  };
  const outside = (/** @type {Event} */ event) => {
    if (!menu.contains(/** @type {Node} */ (event.target))) close(false);
  };
  for (const choice of choices) {
    const act = () => {
      close(true);
      choice.act();
    };
    const attributes = { type: "button", role: "menuitem", class: choice.danger ? "danger" : null, onclick: act };
    menu.append(element("button", attributes, choice.label));
  }
  menu.addEventListener("keydown", (event) => {
    if (event.key === "Escape" || event.key === "Tab") {
      event.preventDefault();
      close(true);
    }
    moveFocus(event, menu);
  });
  (opener.closest("main, aside") ?? document.body).append(menu);
  place(menu, opener);
  opener.setAttribute("aria-expanded", "true");
  document.addEventListener("pointerdown", outside, true);
  /** @type {HTMLElement} */ (menu.firstElementChild).focus();
}

/** Up and down arrows walk through the buttons of a list. @param {KeyboardEvent} event @param {HTMLElement} list */
export function moveFocus(event, list) {
  if (event.key !== "ArrowDown" && event.key !== "ArrowUp") return;
  const buttons = [...list.querySelectorAll("button")];
  const here = buttons.indexOf(/** @type {HTMLButtonElement} */ (document.activeElement));
  const step = event.key === "ArrowDown" ? 1 : -1;
  buttons[(here + step + buttons.length) % buttons.length]?.focus();
  event.preventDefault();
}

/** @param {HTMLElement} menu @param {HTMLElement} opener */
function place(menu, opener) {
  const anchor = opener.getBoundingClientRect();
  const { offsetWidth: width, offsetHeight: height } = menu;
  const left = Math.min(Math.max(8, anchor.right - width), window.innerWidth - width - 8);
  const below = anchor.bottom + 4;
  const top = below + height < window.innerHeight - 8 ? below : Math.max(8, anchor.top - height - 4);
  menu.style.left = `${left}px`;
  menu.style.top = `${top}px`;
}
