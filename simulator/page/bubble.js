// @ts-check
/** Owns how one message looks: its bubble with author, quote, media, text, time and check marks. */
import { hourOf } from "./dates.js";
import { colourOf, element, icon } from "./elements.js";
import { inlineKeyboard } from "./keyboards.js";
import { mediaPart } from "./media.js";
import { appendRichText } from "./richtext.js";
import { authorName, serviceText, summary } from "./summary.js";
import { words } from "./words.js";

/**
 * @typedef {any} Message a Bot API Message
 * @typedef {import("./richtext.js").Taps & import("./keyboards.js").InlineTaps & {
 *   onMore: (message: Message, button: HTMLElement) => void, onQuote: (messageId: number) => void}} BubbleTaps
 * @typedef {{own: boolean, named: boolean}} Side whether the person on screen wrote it, and whether authors have names
 */

/**
 * @param {Message} message
 * @param {Side} side
 * @param {BubbleTaps} taps
 * @returns {HTMLElement}
 */
export function bubbleRow(message, { own, named }, taps) {
  const service = serviceText(message);
  if (service) return element("li", { class: "service", "data-id": message.message_id }, element("span", {}, service));
  const bubble = element("div", { class: "bubble" });
  if (named && !own) bubble.append(sender(message));
  if (message.forward_origin) bubble.append(element("p", { class: "forwarded" }, words.forwarded));
  if (message.reply_to_message) bubble.append(quote(message.reply_to_message, taps));
  const media = mediaPart(message);
  if (media) bubble.append(media);
  const text = message.text ?? message.caption ?? (media ? "" : words.unknown);
  const body = element("div", { class: text ? "text" : "text bare", dir: "auto" });
  appendRichText(body, text, message.entities ?? message.caption_entities ?? [], taps);
  body.append(meta(message, own));
  bubble.append(body);

  const more = element("button", { class: "more", type: "button", "aria-label": words.more, "aria-haspopup": "menu" });
  more.append(icon("more"));
  more.addEventListener("click", () => taps.onMore(message, more));
  const keyboard = message.reply_markup?.inline_keyboard;
  return element(
    "li",
    {
      class: own ? "row out" : "row in",
      "data-id": message.message_id,
      "data-from": message.from?.id ?? message.sender_chat?.id,
    },
    element("div", { class: "line" }, bubble, more),
    keyboard?.length ? inlineKeyboard(message, taps) : null,
  );
}

/** @param {Message} message */
function sender(message) {
  const colour = colourOf(message.from?.id ?? message.sender_chat?.id ?? 0);
  return element("p", { class: "sender", dir: "auto", "data-colour": colour }, authorName(message));
}

/** @param {Message} message @param {boolean} own */
function meta(message, own) {
  const moment = new Date(message.date * 1000);
  const line = element("span", { class: "meta", dir: "ltr" });
  // The apps write it on people's messages only: what a bot edits is redrawn without a word.
  if (message.edit_date && !message.from?.is_bot) line.append(words.edited, " ");
  line.append(element("time", { datetime: moment.toISOString() }, hourOf(moment)));
  if (own) {
    // Which of the two is shown depends on the row: one check when sent, two when the bot has spoken since.
    line.append(element("span", { class: "check once" }, icon("check"), hidden(words.sent)));
    line.append(element("span", { class: "check twice" }, icon("checks"), hidden(words.seen)));
  }
  return line;
}

/** @param {string} text */
const hidden = (text) => element("span", { class: "unseen" }, text);

/** @param {Message} replied @param {BubbleTaps} taps */
function quote(replied, taps) {
  const [author, text] = [authorName(replied), summary(replied)];
  const go = () => taps.onQuote(replied.message_id);
  const attributes = { type: "button", class: "quote", "aria-label": words.quoted(author, text), onclick: go };
  const lines = [element("strong", { dir: "auto" }, author), element("span", { dir: "auto" }, text)];
  return element("button", attributes, ...lines);
}
