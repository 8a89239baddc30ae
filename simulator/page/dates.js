// @ts-check
/** Owns how moments are written: Colombian Spanish, always in America/Bogota. */
import { words } from "./words.js";

const zone = { timeZone: "America/Bogota" };
const hour = new Intl.DateTimeFormat("es-CO", { ...zone, hour: "numeric", minute: "2-digit", hour12: true });
const dayKey = new Intl.DateTimeFormat("en-CA", { ...zone, year: "numeric", month: "2-digit", day: "2-digit" });
const longDay = new Intl.DateTimeFormat("es-CO", { ...zone, weekday: "long", day: "numeric", month: "long" });
const longDayYear = new Intl.DateTimeFormat("es-CO", { ...zone, day: "numeric", month: "long", year: "numeric" });
const shortDay = new Intl.DateTimeFormat("es-CO", { ...zone, weekday: "short", day: "numeric", month: "short" });

/** "8:00 a. m.", never broken at the end of a line. @param {Date} moment */
export const hourOf = (moment) => hour.format(moment).replace(/\s/gu, "\u00a0");

/** A key that is equal for two moments of the same day in Cartagena. @param {Date} moment */
export const dayOf = (moment) => dayKey.format(moment);

/** "sáb 28 nov". @param {Date} moment */
export const briefDay = (moment) => shortDay.format(moment).replace(/[,.]| de/gu, "");

/** "sábado 28 de noviembre de 2026". @param {Date} moment */
export const fullDay = (moment) => `${longDay.format(moment).replace(",", "")} de ${dayOf(moment).slice(0, 4)}`;

/** "sábado 28 de noviembre, 8:00 a. m.". @param {Date} moment */
export const fullMoment = (moment) => `${longDay.format(moment).replace(",", "")}, ${hourOf(moment)}`;

/**
 * What a date separator says, seen from the simulated now.
 * @param {Date} moment
 * @param {Date} now
 */
export function separator(moment, now) {
  const key = dayOf(moment);
  if (key === dayOf(now)) return words.today;
  if (key === dayOf(new Date(now.getTime() - 86_400_000))) return words.yesterday;
  const sameYear = key.slice(0, 4) === dayOf(now).slice(0, 4);
  return sameYear ? longDay.format(moment).replace(",", "") : longDayYear.format(moment);
}
