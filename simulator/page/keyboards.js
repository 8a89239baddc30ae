// @ts-check
/** Owns the bot's keyboards: the inline one under a bubble and the reply one above the composer. */
import { element } from "./elements.js";

/**
 * @typedef {{onPress: (message: any, button: any) => void, onUrl: (address: string) => void,
 *   onCopy: (text: string) => void, onUnavailable: () => void,
 *   isWaiting: (key: string) => boolean}} InlineTaps
 * @typedef {{onReply: (text: string) => void, onContact: () => void, onPlace: () => void,
 *   onUnavailable: () => void}} ReplyTaps
 */

/** A reply button with any other field does more than say its text. */
const PLAIN = ["text", "style", "icon_custom_emoji_id"];
const NARROW_FROM = 4;

/** Names a button by what it means, so that a redrawn keyboard keeps its spinner. @param {number} messageId @param {string} callback */
export const pressKey = (messageId, callback) => `${messageId}\n${callback}`;

/** @param {any} message @param {InlineTaps} taps */
export function inlineKeyboard(message, taps) {
  const keyboard = element("div", { class: "inline-keyboard" });
  for (const row of message.reply_markup.inline_keyboard) {
    const line = keyLine(row);
    for (const button of row) {
      const made = key(button, () => tap(message, button, taps));
      if (button.url) made.classList.add("leads-out");
      if (button.callback_data !== undefined) {
        made.dataset.key = pressKey(message.message_id, button.callback_data);
        paintWaiting(made, taps.isWaiting(made.dataset.key));
      }
      line.append(made);
    }
    keyboard.append(line);
  }
  return keyboard;
}

/** @param {any} message @param {any} button @param {InlineTaps} taps */
function tap(message, button, taps) {
  if (button.callback_data !== undefined) taps.onPress(message, button);
  else if (button.url) taps.onUrl(button.url);
  else if (button.copy_text) taps.onCopy(button.copy_text.text);
  else taps.onUnavailable();
}

/** Shows or hides the spinner on a button. @param {HTMLElement} button @param {boolean} on */
export function paintWaiting(button, on) {
  button.classList.toggle("waiting", on);
  if (on) button.setAttribute("aria-busy", "true");
  else button.removeAttribute("aria-busy");
}

/**
 * Fills the panel above the composer.
 * @param {HTMLElement} panel
 * @param {any} markup a Bot API ReplyKeyboardMarkup
 * @param {ReplyTaps} taps
 */
export function fillReplyKeyboard(panel, markup, taps) {
  panel.classList.toggle("tall", !markup.resize_keyboard);
  panel.replaceChildren(
    ...markup.keyboard.map((/** @type {any[]} */ row) => {
      const line = keyLine(row);
      line.append(...row.map((button) => replyButton(button, taps)));
      return line;
    }),
  );
}

/** @param {any} given a KeyboardButton, or just its text @param {ReplyTaps} taps */
function replyButton(given, taps) {
  const button = typeof given === "string" ? { text: given } : given;
  return key(button, () => {
    if (button.request_contact) taps.onContact();
    else if (button.request_location) taps.onPlace();
    else if (Object.keys(button).some((name) => !PLAIN.includes(name))) taps.onUnavailable();
    else taps.onReply(button.text);
  });
}

/** @param {any[]} row */
const keyLine = (row) => element("div", { class: row.length > NARROW_FROM ? "keys many" : "keys" });

/** As in the app, a label too long for its button is cut; the whole of it shows on hovering. @param {any} button @param {() => void} act */
function key(button, act) {
  const style = ["danger", "success", "primary"].includes(button.style) ? `key ${button.style}` : "key";
  const label = element("span", { class: "key-text", dir: "auto" }, button.text);
  const showWhole = () => (made.title = label.scrollWidth > label.clientWidth ? button.text : "");
  const made = element("button", { type: "button", class: style, onclick: act, onpointerenter: showWhole }, label);
  return made;
}
