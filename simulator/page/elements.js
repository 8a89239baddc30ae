// @ts-check
/** Owns how elements are made: content always arrives as text, never as markup. */

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
 * The one element that a selector names in index.html.
 * @param {string} selector
 * @returns {any}
 */
export function find(selector) {
  const found = document.querySelector(selector);
  if (found === null) throw new Error(`index.html lacks ${selector}`);
  return found;
}

/**
 * Paints initials and one of seven colours on an avatar.
 * @param {HTMLElement} avatar
 * @param {{id: number, first_name: string, last_name?: string | null}} who
 */
export function paintAvatar(avatar, who) {
  const names = [who.first_name, who.last_name ?? ""].join(" ").split(/\s+/u).filter(Boolean);
  const letters = [names[0], names.length > 1 ? names[names.length - 1] : ""].map((name) => [...(name ?? "")][0] ?? "");
  avatar.textContent = letters.join("").toLocaleUpperCase("es");
  avatar.dataset.colour = String(Math.abs(who.id) % 7);
}

/** @param {{first_name: string, last_name?: string | null}} who */
export function fullName(who) {
  return who.last_name ? `${who.first_name} ${who.last_name}` : who.first_name;
}
