// @ts-check
/** Owns the simulated clock on screen and the buttons that move it. */
import { briefDay, dayOf, fullMoment, hourOf } from "./dates.js";
import { find } from "./elements.js";

const TICK_MS = 1000;

/** @param {{onAdvance: (seconds: number) => void, onNewDay: () => void}} taps */
export function createClock({ onAdvance, onNewDay }) {
  let ahead = 0;
  let day = "";
  const now = () => new Date(Date.now() + ahead);

  function paint() {
    const moment = now();
    find(".clock-day").textContent = briefDay(moment);
    find(".clock-hour").textContent = hourOf(moment);
    find(".clock-now").dateTime = moment.toISOString();
    find(".clock-now").title = fullMoment(moment);
    if (day !== "" && day !== dayOf(moment)) onNewDay();
    day = dayOf(moment);
  }

  for (const button of document.querySelectorAll("[data-advance]")) {
    const seconds = Number(/** @type {HTMLElement} */ (button).dataset.advance);
    button.addEventListener("click", () => onAdvance(seconds));
  }
  setInterval(paint, TICK_MS);

  return {
    now,
    /** @param {string} moment the simulated now in ISO 8601 */
    set(moment) {
      ahead = Date.parse(moment) - Date.now();
      paint();
    },
  };
}
