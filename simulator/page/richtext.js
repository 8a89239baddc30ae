// @ts-check
/** Owns how a message's text becomes elements: Bot API entities, counted in UTF-16 units as JavaScript counts. */
import { element } from "./elements.js";

/**
 * @typedef {{type: string, offset: number, length: number, url?: string, unix_time?: number}} Entity
 * @typedef {{onCommand: (command: string) => void, onLink: (address: string) => void}} Taps
 */

const SIMPLE = /** @type {Record<string, string>} */ ({
  bold: "strong",
  italic: "em",
  underline: "u",
  strikethrough: "s",
  code: "code",
  pre: "pre",
  blockquote: "blockquote",
  expandable_blockquote: "blockquote",
});

/**
 * Appends text to a parent, with nested entities.
 * @param {HTMLElement} parent
 * @param {string} text
 * @param {Entity[]} entities
 * @param {Taps} taps
 */
export function appendRichText(parent, text, entities, taps) {
  // An outer entity has to come before the ones it holds.
  const sorted = [...entities].sort((a, b) => a.offset - b.offset || b.length - a.length);
  appendRange(parent, { text, taps }, sorted, 0, text.length);
}

/**
 * @param {HTMLElement} parent
 * @param {{text: string, taps: Taps}} source
 * @param {Entity[]} entities those inside the range, outer first
 * @param {number} start
 * @param {number} end
 */
function appendRange(parent, source, entities, start, end) {
  let position = start;
  let rest = entities;
  while (rest.length > 0) {
    const [outer, ...others] = rest;
    const stop = Math.min(outer.offset + outer.length, end);
    if (outer.offset > position) parent.append(source.text.slice(position, outer.offset));
    const inner = others.filter((entity) => entity.offset < stop);
    const wrapped = wrap(outer, source.text.slice(outer.offset, stop), source.taps);
    appendRange(wrapped, source, inner, Math.max(outer.offset, position), stop);
    parent.append(wrapped);
    position = stop;
    rest = others.filter((entity) => entity.offset >= stop);
  }
  if (position < end) parent.append(source.text.slice(position, end));
}

/** @param {Entity} entity @param {string} covered @param {Taps} taps */
function wrap(entity, covered, taps) {
  switch (entity.type) {
    case "bot_command":
      return element("button", { class: "command", type: "button", onclick: () => taps.onCommand(covered) });
    case "text_link":
      return link(entity.url ?? "", taps);
    case "url":
      return link(/^[a-z]+:/iu.test(covered) ? covered : `https://${covered}`, taps);
    case "email":
      return link(`mailto:${covered}`, taps);
    case "phone_number":
      return link(`tel:${covered.replace(/[^+\d]/gu, "")}`, taps);
    case "spoiler":
      return element("span", { class: "spoiler", tabindex: "0", onclick: reveal, onkeydown: reveal });
    case "date_time":
      return element("time", { datetime: new Date((entity.unix_time ?? 0) * 1000).toISOString() });
    default:
      return element(SIMPLE[entity.type] ?? "span");
  }
}

/** @param {string} address @param {Taps} taps */
function link(address, taps) {
  if (!/^(https?|tg|mailto|tel):/iu.test(address)) return element("span");
  const open = (/** @type {Event} */ event) => {
    event.preventDefault();
    taps.onLink(address);
  };
  return element("a", { href: address, rel: "noopener noreferrer", target: "_blank", onclick: open });
}

/** @param {Event} event */
function reveal(event) {
  if (event instanceof KeyboardEvent && event.key !== "Enter") return;
  /** @type {HTMLElement} */ (event.currentTarget).classList.add("revealed");
}
