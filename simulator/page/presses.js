// @ts-check
/** Owns presses of inline buttons in one chat, from the tap to the bot's answer: spinner, toast or dialog. */
import * as api from "./api.js";
import { tell } from "./dialogs.js";
import { paintWaiting, pressKey } from "./keyboards.js";

const SPINNER_MS = 5000;
const REMEMBERED = 50;

/**
 * @param {HTMLElement} root the chat
 * @param {{seat: () => api.Seat, tried: (call: Promise<any>) => Promise<boolean>, onUrl: (address: string) => void,
 *   toast: (text: string) => void}} taps
 */
export function createPresses(root, { seat, tried, onUrl, toast }) {
  /** Buttons that turn, as keys. @type {Set<string>} */
  const turning = new Set();
  /** What ends the spinner of each press that waits. @type {Map<string, () => void>} */
  const waiting = new Map();
  /** Answers that overtook the reply that names their press, or that belong to another window. @type {Map<string, any>} */
  const early = new Map();

  function turn(/** @type {string} */ key, /** @type {boolean} */ on) {
    if (on) turning.add(key);
    else turning.delete(key);
    for (const button of root.querySelectorAll(".inline-keyboard button")) {
      const found = /** @type {HTMLElement} */ (button);
      if (found.dataset.key === key) paintWaiting(found, on);
    }
  }

  /** @param {any} answer a callback_answer event */
  function show(answer) {
    const id = answer.callback_query_id;
    waiting.get(id)?.();
    waiting.delete(id);
    early.delete(id);
    if (answer.url) onUrl(answer.url);
    if (answer.text) void (answer.show_alert ? tell(answer.text) : toast(answer.text));
  }

  return {
    /** @param {string} key */
    isWaiting: (key) => turning.has(key),

    /** @param {any} message @param {any} button an InlineKeyboardButton with callback_data */
    async press(message, button) {
      const key = pressKey(message.message_id, button.callback_data);
      const done = () => turn(key, false);
      turn(key, true);
      const call = api.press(seat(), message.message_id, button.callback_data);
      if (!(await tried(call))) return done();
      const id = (await call).callback_query_id;
      waiting.set(id, done);
      setTimeout(() => waiting.delete(id) && done(), SPINNER_MS);
      if (early.has(id)) show(early.get(id));
    },

    /** @param {any} answer a callback_answer event */
    answered(answer) {
      if (waiting.has(answer.callback_query_id)) return show(answer);
      early.set(answer.callback_query_id, answer);
      if (early.size > REMEMBERED) early.delete(early.keys().next().value);
    },
  };
}
