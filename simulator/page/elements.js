// @ts-check
/** Owns how elements are made and found: content always arrives as text, never as markup. */

const SVG = "http://www.w3.org/2000/svg";

/**
 * Builds an element. Keys that start with "on" are listeners, false and null are left out, true is an empty attribute.
 * @param {string} tag
 * @param {Record<string, any>} [attributes]
 * @param {...(Node | string | null | undefined)} children
 * @returns {HTMLElement}
 */
export function element(tag, attributes = {}, ...children) {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value === null || value === undefined || value === false) continue;
    if (typeof value === "function") made.addEventListener(name.slice(2), value);
    else made.setAttribute(name, value === true ? "" : String(value));
  }
  for (const child of children) if (child !== null && child !== undefined) made.append(child);
  return made;
}

/** @param {string} name one of the symbols in index.html */
export function icon(name) {
  const svg = document.createElementNS(SVG, "svg");
  svg.setAttribute("aria-hidden", "true");
  const use = document.createElementNS(SVG, "use");
  use.setAttribute("href", `#icon-${name}`);
  svg.append(use);
  return /** @type {any} */ (svg);
}

/**
 * The one element that a selector names in the page, or in a part of it.
 * @param {string} selector
 * @param {ParentNode} [root]
 * @returns {any}
 */
export function find(selector, root = document) {
  const found = root.querySelector(selector);
  if (found === null) throw new Error(`index.html lacks ${selector}`);
  return found;
}

/** One of seven colours, the same for the same account everywhere. @param {number} id */
export const colourOf = (id) => String(Math.abs(id) % 7);

/**
 * Paints initials and a colour on an avatar.
 * @param {HTMLElement} avatar
 * @param {{id: number, first_name: string, last_name?: string | null}} who
 */
export function paintAvatar(avatar, who) {
  const names = [who.first_name, who.last_name ?? ""].join(" ").split(/\s+/u).filter(Boolean);
  const letters = [names[0], names.length > 1 ? names[names.length - 1] : ""].map((name) => [...(name ?? "")][0] ?? "");
  avatar.textContent = letters.join("").toLocaleUpperCase("es");
  avatar.dataset.colour = colourOf(who.id);
}

/** @param {HTMLElement} badge @param {number} count */
export function paintBadge(badge, count) {
  badge.hidden = count === 0;
  badge.textContent = count > 99 ? "99+" : String(count);
}

/** @param {{first_name: string, last_name?: string | null}} who */
export function fullName(who) {
  return who.last_name ? `${who.first_name} ${who.last_name}` : who.first_name;
}
