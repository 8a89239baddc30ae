// @ts-check
/** Owns what a screen reader is told: each new message of the bot once, also when it is on screen twice. */
import { element, find } from "./elements.js";
import { authorName, summary } from "./summary.js";
import { words } from "./words.js";

const REMEMBERED = 500;
const KEPT = 3;
/** @type {Set<string>} */
const said = new Set();

/**
 * Says a message unless it was said with these very words: an edit of its buttons alone is nothing new.
 * @param {string} who whose chat it is, among several; empty when there is only one
 * @param {any} message
 */
export function hear(who, message) {
  const [author, text] = [authorName(message), summary(message)];
  const key = `${message.chat.id}\n${message.message_id}\n${text}`;
  if (said.has(key)) return;
  said.add(key);
  if (said.size > REMEMBERED) said.delete(said.values().next().value ?? "");
  const heard = find(".heard");
  heard.append(element("p", {}, who ? words.heardBy(author, who, text) : words.heard(author, text)));
  while (heard.children.length > KEPT) heard.firstElementChild.remove();
}
