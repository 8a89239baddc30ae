// @ts-check
/** Owns what a row owes to its neighbours: date separators, tails, names, and check marks. */
import { dayOf, separator } from "./dates.js";
import { element } from "./elements.js";

/**
 * @param {HTMLElement} list rows of messages, oldest first
 * @param {(id: number) => any} messageOf the message of a row
 * @param {Date} now the simulated moment, for "Hoy" and "Ayer"
 */
export function settle(list, messageOf, now) {
  const rows = /** @type {HTMLElement[]} */ ([...list.querySelectorAll("[data-id]")]);
  const days = new Set(list.querySelectorAll(".day"));
  let day = "";
  let previous = "";
  for (const row of rows) {
    const moment = new Date(messageOf(Number(row.dataset.id)).date * 1000);
    if (dayOf(moment) !== day) {
      day = dayOf(moment);
      previous = "";
      days.delete(markDay(row, separator(moment, now)));
    }
    row.classList.toggle("first", row.dataset.from !== previous);
    previous = row.dataset.from ?? "";
  }
  for (const old of days) old.remove();
  let answered = false;
  for (const row of rows.reverse()) {
    const follower = /** @type {HTMLElement | null} */ (row.nextElementSibling);
    row.classList.toggle("last", follower?.dataset.from === undefined || follower.dataset.from !== row.dataset.from);
    row.classList.toggle("answered", answered);
    if (row.classList.contains("in")) answered = true;
  }
}

/** Puts a date above a row, or corrects the one that stands there. @param {HTMLElement} row @param {string} text */
function markDay(row, text) {
  const above = row.previousElementSibling;
  const day = above?.classList.contains("day") ? above : element("li", { class: "day" }, element("span", {}));
  if (day.textContent !== text) /** @type {Element} */ (day.firstElementChild).textContent = text;
  if (day !== above) row.before(day);
  return day;
}
