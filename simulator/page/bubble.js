// @ts-check
/** Owns how one message looks: its bubble with text, media, quote, time and check marks. */
import { fileAddress } from "./api.js";
import { hourOf } from "./dates.js";
import { element, fullName, icon } from "./elements.js";
import { inlineKeyboard } from "./keyboards.js";
import { appendRichText } from "./richtext.js";
import { words } from "./words.js";

/**
 * @typedef {any} Message a Bot API Message
 * @typedef {import("./richtext.js").Taps & import("./keyboards.js").InlineTaps & {
 *   onMore: (message: Message, button: HTMLElement) => void, onResized: () => void}} BubbleTaps
 */

/** What a message says in one line, for quotes and for screen readers. @param {Message} message */
export function summary(message) {
  const kind = ["photo", "video", "voice", "audio", "sticker", "contact", "location"].find((name) => message[name]);
  const named = message.document?.file_name ?? (message.document ? words.file : null);
  const what = named ?? (kind ? words[/** @type {"photo"} */ (kind)] : null);
  return [what, message.text ?? message.caption].filter(Boolean).join(". ") || words.unknown;
}

/**
 * @param {Message} message
 * @param {boolean} own whether the person on screen wrote it
 * @param {BubbleTaps} taps
 * @returns {HTMLElement}
 */
export function bubbleRow(message, own, taps) {
  if (message.pinned_message) return element("li", { class: "service", "data-id": message.message_id }, element("span", {}, words.pinned));
  const bubble = element("div", { class: "bubble" });
  if (message.forward_origin) bubble.append(element("p", { class: "forwarded" }, words.forwarded));
  if (message.reply_to_message) bubble.append(quote(message.reply_to_message));
  const media = mediaPart(message, taps);
  if (media) bubble.append(media);
  const text = message.text ?? message.caption ?? (media ? "" : words.unknown);
  const body = element("div", { class: text ? "text" : "text bare" });
  appendRichText(body, text, message.entities ?? message.caption_entities ?? [], taps);
  body.append(meta(message, own));
  bubble.append(body);

  const more = element("button", { class: "more", type: "button", "aria-label": words.more, "aria-haspopup": "menu" });
  more.append(icon("more"));
  more.addEventListener("click", () => taps.onMore(message, more));
  const keyboard = message.reply_markup?.inline_keyboard;
  return element(
    "li",
    { class: own ? "row out" : "row in", "data-id": message.message_id },
    element("div", { class: "line" }, bubble, more),
    keyboard?.length ? inlineKeyboard(message, taps) : null,
  );
}

/** @param {Message} message @param {boolean} own */
function meta(message, own) {
  const moment = new Date(message.date * 1000);
  const line = element("span", { class: "meta" });
  if (message.edit_date) line.append(words.edited, " ");
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

/** @param {Message} replied */
function quote(replied) {
  const author = replied.from ? fullName(replied.from) : "";
  return element("blockquote", { class: "quote" }, element("strong", {}, author), element("span", {}, summary(replied)));
}

/** @param {Message} message @param {BubbleTaps} taps @returns {HTMLElement | null} */
function mediaPart(message, taps) {
  const address = (/** @type {{file_id: string}} */ file) => fileAddress(file.file_id);
  if (message.photo) {
    const largest = address(message.photo[message.photo.length - 1]);
    const image = element("img", { src: largest, alt: message.caption ?? words.photo, onload: taps.onResized });
    return element("a", { class: "photo", href: largest, target: "_blank", "aria-label": words.openPhoto }, image);
  }
  if (message.sticker) return element("img", { class: "sticker", src: address(message.sticker), alt: words.sticker });
  const moving = message.video ?? message.animation ?? message.video_note;
  if (moving) {
    return element("video", { src: address(moving), controls: true, preload: "none", "aria-label": words.video });
  }
  const heard = message.voice ?? message.audio;
  if (heard) {
    const label = message.voice ? words.voice : (message.audio.file_name ?? words.audio);
    const player = element("audio", { src: address(heard), controls: true, preload: "none", "aria-label": label });
    return element("div", { class: "sound" }, card("voice", label, size(heard.file_size)), player);
  }
  if (message.document) return documentCard(message.document);
  if (message.contact) return card("person", fullName(message.contact), message.contact.phone_number);
  const place = message.venue?.location ?? message.location;
  if (place) {
    const spot = `${place.latitude.toFixed(4)}, ${place.longitude.toFixed(4)}`;
    return card("place", message.venue?.title ?? words.location, message.venue?.address ?? spot);
  }
  return null;
}

/** @param {any} file a Bot API Document */
function documentCard(file) {
  const name = file.file_name ?? words.file;
  const attributes = { href: fileAddress(file.file_id), download: name, class: "card", "aria-label": words.download(name) };
  const ending = name.includes(".") ? name.split(".").pop().toUpperCase().slice(0, 5) : "";
  return element("a", attributes, ...cardParts("file", name, [ending, size(file.file_size)].filter(Boolean).join(" · ")));
}

/** @param {string} symbol @param {string} title @param {string} detail */
const card = (symbol, title, detail) => element("div", { class: "card" }, ...cardParts(symbol, title, detail));

/** @param {string} symbol @param {string} title @param {string} detail */
function cardParts(symbol, title, detail) {
  const lines = [element("strong", {}, title), element("small", {}, detail)];
  return [element("span", { class: "card-icon" }, icon(symbol)), element("span", { class: "card-text" }, ...lines)];
}

/** @param {number | undefined} bytes */
function size(bytes) {
  if (!bytes) return "";
  if (bytes < 1024) return `${bytes} B`;
  const units = bytes < 1_048_576 ? [bytes / 1024, "KB"] : [bytes / 1_048_576, "MB"];
  return `${Number(units[0]).toLocaleString("es-CO", { maximumFractionDigits: 1 })} ${units[1]}`;
}
