// @ts-check
/** Owns presses of inline buttons from the tap to the bot's answer: spinner, toast or dialog. */
import * as api from "./api.js";
import { tell, toast } from "./dialogs.js";
import { setWaiting } from "./keyboards.js";

const SPINNER_MS = 5000;
const REMEMBERED = 50;

/**
 * @param {{person: () => number, tried: (call: Promise<any>) => Promise<boolean>, onUrl: (address: string) => void}} taps
 */
export function createPresses({ person, tried, onUrl }) {
  /** What ends the spinner of each press that waits. @type {Map<string, () => void>} */
  const waiting = new Map();
  /** Answers that overtook the reply that names their press, or that belong to another window. @type {Map<string, any>} */
  const early = new Map();

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
    /** @param {any} message @param {any} button an InlineKeyboardButton with callback_data */
    async press(message, button) {
      const [messageId, callback] = [message.message_id, button.callback_data];
      const done = () => setWaiting(messageId, callback, false);
      setWaiting(messageId, callback, true);
      const call = api.press(person(), messageId, callback);
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
