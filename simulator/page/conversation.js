// @ts-check
/** Owns the messages of one chat: which there are, and which of them are drawn. */
import { bubbleRow } from "./bubble.js";
import { element, find } from "./elements.js";
import { createScroll } from "./scroll.js";
import { settle } from "./settle.js";
import { words } from "./words.js";

/** So many rows are drawn at first, and so many more each time somebody asks for earlier ones. */
export const DRAWN = 100;
const FLASH_MS = 1600;

/**
 * @param {HTMLElement} root the chat
 * @param {{taps: import("./bubble.js").BubbleTaps, now: () => Date, person: () => number, named: boolean}} given
 *   who looks at it, the simulated moment, and whether authors are named
 */
export function createConversation(root, { taps, now, person, named }) {
  const list = find(".messages", root);
  const scroll = createScroll(root);
  /** Every message that is not deleted, oldest first. @type {Map<number, any>} */
  const messages = new Map();
  /** The oldest message that is drawn. */
  let start = 0;

  const isOwn = (/** @type {any} */ message) => message.from?.id === person();
  const rowOf = (/** @type {any} */ message) => bubbleRow(message, { own: isOwn(message), named }, taps);
  const rowWith = (/** @type {number} */ id) => list.querySelector(`[data-id="${id}"]`);
  const repaint = () => settle(list, (id) => messages.get(id), now());
  let due = 0;

  /** Many messages that come at once cost one layout: it waits for the next frame, so nobody sees an unsettled row. */
  function repaintSoon() {
    due ||= requestAnimationFrame(() => {
      due = 0;
      if (scroll.isAtEnd()) shorten();
      repaint();
      if (scroll.isAtEnd()) scroll.goToEnd();
    });
  }

  const earlierButton = element("button", { type: "button", onclick: showEarlier }, words.earlier);
  const earlier = element("li", { class: "earlier" }, earlierButton);

  /** Draws from a message on; what is drawn already stays. @param {number} from */
  function drawFrom(from) {
    const older = [...messages.values()].filter((message) => message.message_id >= from && message.message_id < start);
    start = from;
    earlier.after(...older.map(rowOf));
    paintEarlier();
    repaint();
  }

  function paintEarlier() {
    const first = messages.keys().next().value ?? 0;
    if (start <= first && earlier.contains(document.activeElement)) scroll.focus();
    earlier.hidden = start <= first;
  }

  function showEarlier() {
    const ids = [...messages.keys()];
    const position = ids.indexOf(start);
    scroll.leaveEnd();
    scroll.keepPlace(() => drawFrom(ids[Math.max(0, position - DRAWN)]));
  }

  /** Lets go of the oldest rows while nobody looks at them. */
  function shorten() {
    const rows = [...list.querySelectorAll("[data-id]")];
    const old = rows.slice(0, -DRAWN);
    if (old.length < DRAWN || old.some((row) => row.contains(document.activeElement))) return;
    for (const row of old) row.remove();
    start = Number(list.querySelector("[data-id]").dataset.id);
    paintEarlier();
  }

  return {
    /** Shows a chat as it was read; who reads further back stays there. @param {any[]} all */
    show(all) {
      messages.clear();
      for (const message of all) if (!message.deleted) messages.set(message.message_id, message);
      const ids = [...messages.keys()];
      const newest = ids[Math.max(0, ids.length - DRAWN)] ?? 0;
      if (scroll.isAtEnd() || start > newest) start = newest;
      const draw = () => list.replaceChildren(earlier, ...ids.filter((id) => id >= start).map((id) => rowOf(messages.get(id))));
      if (scroll.isAtEnd()) draw();
      else scroll.keepPlace(draw);
      paintEarlier();
      repaint();
      if (scroll.isAtEnd()) scroll.goToEnd();
    },

    /** Adds a message, or redraws it in its place. @param {any} message */
    put(message) {
      const id = message.message_id;
      const known = messages.has(id);
      messages.set(id, message);
      if (!known) {
        const row = rowOf(message);
        row.classList.add("arriving");
        list.append(row);
        start ||= id;
      } else if (id >= start) {
        replaceRow(root, rowWith(id), rowOf(message));
      }
      if (isOwn(message) && !known) scroll.goToEnd();
      else if (!known && !scroll.isAtEnd()) scroll.miss();
      repaintSoon();
    },

    /** @param {number} id */
    remove(id) {
      if (!messages.delete(id)) return;
      const row = rowWith(id);
      const hadFocus = row?.contains(document.activeElement);
      row?.remove();
      if (id === start) start = Number(list.querySelector("[data-id]")?.dataset.id ?? 0);
      if (hadFocus) scroll.focus();
      repaintSoon();
    },

    /** Brings a quoted message into view and lets it flash; a deleted one cannot be shown. @param {number} id */
    reveal(id) {
      if (!messages.has(id)) return;
      scroll.leaveEnd();
      if (id < start) drawFrom(id);
      const row = rowWith(id);
      row.scrollIntoView({ block: "center" });
      row.classList.add("flash");
      setTimeout(() => row.classList.remove("flash"), FLASH_MS);
    },

    /** Rows of the newest messages, drawn anew for a picture. @param {number} most */
    drawing(most) {
      const shown = [...messages.values()].slice(-most);
      const rows = element("ol", { class: "messages" }, ...shown.map(rowOf));
      settle(rows, (id) => messages.get(id), now());
      return rows;
    },

    settle: repaint,
    stop() {
      cancelAnimationFrame(due);
      scroll.stop();
    },
    all: () => [...messages.values()],
    isEmpty: () => messages.size === 0,
    isOwn,
    /** The newest message that the person did not write. */
    lastFromBot: () => [...messages.values()].reverse().find((message) => !isOwn(message)),
    /** The newest text of the person's own that can be edited. */
    lastOwnText: () => [...messages.values()].reverse().find((message) => isOwn(message) && message.text !== undefined),
  };
}

/** Redraws a row without dropping the keyboard focus that was in it. @param {HTMLElement} root @param {HTMLElement} old @param {HTMLElement} row */
function replaceRow(root, old, row) {
  const focused = /** @type {HTMLElement | null} */ (old.contains(document.activeElement) ? document.activeElement : null);
  old.replaceWith(row);
  if (!focused) return;
  const same = focused.classList.contains("more") ? row.querySelector(".more") : null;
  const next = same ?? row.querySelector(".inline-keyboard button") ?? find(".composer textarea", root);
  /** @type {HTMLElement} */ (next).focus();
}
