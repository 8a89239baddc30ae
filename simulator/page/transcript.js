// @ts-check
/** Owns a conversation as plain text: when, who, what was said, and the buttons under it. */
import { dayOf, fullDay, hourOf } from "./dates.js";
import { attachmentName, authorName, serviceText, summary } from "./summary.js";
import { words } from "./words.js";

const INDENT = "    ";

/**
 * @param {any[]} messages oldest first
 * @param {{person: string, bot: string, now: Date}} facts whose chat with whom, and the simulated moment
 * @returns {string} with a line break at the end
 */
export function transcript(messages, { person, bot, now }) {
  const lines = [
    words.transcript.title(person, bot),
    words.transcript.saved(`${fullDay(now)}, ${hourOf(now)}`),
    words.transcript.count(messages.length),
  ];
  let day = "";
  for (const message of messages) {
    const moment = new Date(message.date * 1000);
    if (dayOf(moment) !== day) {
      day = dayOf(moment);
      lines.push("", fullDay(moment), "");
    }
    lines.push(...said(message, hourOf(moment)));
  }
  return `${lines.join("\n")}\n`;
}

/** @param {any} message @param {string} hour */
function said(message, hour) {
  const attached = attachmentName(message);
  const parts = [
    message.reply_to_message ? `(${words.transcript.repliesTo(summary(message.reply_to_message))})` : "",
    attached ? `[${attached}]` : "",
    message.text ?? message.caption ?? "",
  ];
  const text = serviceText(message) || parts.filter(Boolean).join(" ") || words.unknown;
  const [first, ...rest] = text.split("\n");
  const lines = [`[${hour}] ${authorName(message)}: ${first}`, ...rest.map((line) => (line ? INDENT + line : ""))];
  const rows = message.reply_markup?.inline_keyboard ?? [];
  const shown = rows.map((/** @type {any[]} */ row) => row.map((button) => `[${button.text}]`).join(" "));
  if (shown.length > 0) lines.push(`${INDENT}${words.transcript.buttons}: ${shown.join(" ")}`);
  return lines;
}
