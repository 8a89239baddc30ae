// @ts-check
/** Owns the bot's keyboards: the inline one under a bubble and the reply one above the composer. */
import { element } from "./elements.js";

/**
 * @typedef {{onPress: (message: any, button: any) => void, onUrl: (address: string) => void,
 *   onCopy: (text: string) => void, onUnavailable: () => void}} InlineTaps
 * @typedef {{onReply: (text: string) => void, onContact: () => void, onPlace: () => void,
 *   onUnavailable: () => void}} ReplyTaps
 */

/** A reply button with any other field does more than say its text. */
const PLAIN = ["text", "style", "icon_custom_emoji_id"];

/** Presses the bot has not answered yet, as "message id, data": a redrawn keyboard keeps its spinner. */
const waiting = new Set();

/** @param {number} messageId @param {string} callback */
const pressKey = (messageId, callback) => `${messageId}\n${callback}`;

/** @param {any} message @param {InlineTaps} taps */
export function inlineKeyboard(message, taps) {
  const keyboard = element("div", { class: "inline-keyboard" });
  for (const row of message.reply_markup.inline_keyboard) {
    const line = element("div", { class: "keys" });
    for (const button of row) {
      const attributes = { type: "button", class: styleOf(button), onclick: () => tap(message, button, taps) };
      const made = element("button", attributes, button.text);
      if (button.url) made.classList.add("leads-out");
      if (button.callback_data !== undefined) {
        made.dataset.key = pressKey(message.message_id, button.callback_data);
        paintWaiting(made);
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

/** Shows or ends the spinner of a pressed button. @param {number} messageId @param {string} callback @param {boolean} on */
export function setWaiting(messageId, callback, on) {
  const key = pressKey(messageId, callback);
  if (on) waiting.add(key);
  else waiting.delete(key);
  for (const button of document.querySelectorAll(".inline-keyboard button")) {
    paintWaiting(/** @type {HTMLElement} */ (button));
  }
}

/** @param {HTMLElement} button */
function paintWaiting(button) {
  const on = waiting.has(button.dataset.key);
  button.classList.toggle("waiting", on);
  button.toggleAttribute("aria-busy", on);
  if (on) button.setAttribute("aria-busy", "true");
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
    ...markup.keyboard.map((/** @type {any[]} */ row) =>
      element("div", { class: "keys" }, ...row.map((button) => replyButton(button, taps))),
    ),
  );
}

/** @param {any} given a KeyboardButton, or just its text @param {ReplyTaps} taps */
function replyButton(given, taps) {
  const button = typeof given === "string" ? { text: given } : given;
  const act = () => {
    if (button.request_contact) taps.onContact();
    else if (button.request_location) taps.onPlace();
    else if (Object.keys(button).some((key) => !PLAIN.includes(key))) taps.onUnavailable();
    else taps.onReply(button.text);
  };
  return element("button", { type: "button", class: styleOf(button), onclick: act }, button.text);
}

/** @param {any} button */
const styleOf = (button) => (["danger", "success", "primary"].includes(button.style) ? `key ${button.style}` : "key");
