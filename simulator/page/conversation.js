// @ts-check
/** Owns the list of messages of the chat on screen: order, groups, date separators, and where it is scrolled. */
import { bubbleRow, summary } from "./bubble.js";
import { dayOf, separator } from "./dates.js";
import { element, find } from "./elements.js";
import { words } from "./words.js";

const NEAR_THE_END_PX = 120;

/**
 * @param {import("./bubble.js").BubbleTaps} taps
 * @param {() => Date} now the simulated moment
 */
export function createConversation(taps, now) {
  const list = find(".messages");
  const scroller = find(".scroller");
  const toEnd = find(".to-end");
  const badge = toEnd.querySelector(".badge");
  /** @type {Map<number, any>} */
  const messages = new Map();
  let person = 0;
  let missed = 0;
  let atEnd = true;
  let lastTop = 0;

  scroller.addEventListener("scroll", () => {
    const near = scroller.scrollHeight - scroller.scrollTop - scroller.clientHeight < NEAR_THE_END_PX;
    // Content that grows also moves the end away; only going up means that somebody reads further back.
    if (near) atEnd = true;
    else if (scroller.scrollTop < lastTop) atEnd = false;
    lastTop = scroller.scrollTop;
    if (atEnd) missed = 0;
    paintToEnd();
  });
  toEnd.addEventListener("click", () => goToEnd());
  // Panels that open above the composer and pictures that arrive late must not hide the newest message.
  new ResizeObserver(() => atEnd && goToEnd()).observe(scroller);

  function goToEnd() {
    atEnd = true;
    missed = 0;
    scroller.scrollTop = scroller.scrollHeight;
    paintToEnd();
  }

  function paintToEnd() {
    toEnd.hidden = atEnd;
    badge.hidden = missed === 0;
    badge.textContent = String(missed);
  }

  const isOwn = (/** @type {any} */ message) => message.from?.id === person;
  const rowOf = (/** @type {any} */ message) => bubbleRow(message, isOwn(message), taps);

  /** Tails, date separators and check marks depend on neighbours, so they are settled for the whole list. */
  function settle() {
    for (const old of list.querySelectorAll(".day")) old.remove();
    const rows = [...list.children];
    let day = "";
    let answered = false;
    for (const [position, message] of [...messages.values()].entries()) {
      const moment = new Date(message.date * 1000);
      if (dayOf(moment) === day) continue;
      day = dayOf(moment);
      rows[position].before(element("li", { class: "day" }, element("span", {}, separator(moment, now()))));
    }
    for (const row of rows.reverse()) {
      const follower = row.nextElementSibling;
      const own = row.classList.contains("out");
      row.classList.toggle("last", !follower || !follower.classList.contains(own ? "out" : "in"));
      row.classList.toggle("answered", answered);
      if (!own) answered = true;
    }
  }

  return {
    /** Shows a chat from its beginning. @param {number} personId @param {any[]} all */
    show(personId, all) {
      person = personId;
      messages.clear();
      for (const message of all) if (!message.deleted) messages.set(message.message_id, message);
      list.replaceChildren(...[...messages.values()].map(rowOf));
      settle();
      goToEnd();
    },

    /** Adds a message, or redraws it in its place. @param {any} message @returns {boolean} whether it is new */
    put(message) {
      const known = messages.has(message.message_id);
      messages.set(message.message_id, message);
      const row = rowOf(message);
      if (known) {
        replaceRow(list.querySelector(`[data-id="${message.message_id}"]`), row);
      } else {
        row.classList.add("arriving");
        list.append(row);
      }
      settle();
      if (atEnd || (isOwn(message) && !known)) goToEnd();
      else if (!known) missed += 1;
      paintToEnd();
      return !known;
    },

    /** @param {number} messageId */
    remove(messageId) {
      if (!messages.delete(messageId)) return;
      list.querySelector(`[data-id="${messageId}"]`)?.remove();
      settle();
    },

    settle,
    resized: () => atEnd && goToEnd(),
    isEmpty: () => messages.size === 0,
    isOwn,
    /** The newest message that the person did not write. */
    lastFromBot: () => [...messages.values()].reverse().find((message) => !isOwn(message)),
    /** The newest text of the person's own that can be edited. */
    lastOwnText: () => [...messages.values()].reverse().find((message) => isOwn(message) && message.text !== undefined),
  };
}

/** Redraws a row without dropping the keyboard focus that was in it. @param {HTMLElement} old @param {HTMLElement} row */
function replaceRow(old, row) {
  const hadFocus = old.contains(document.activeElement);
  old.replaceWith(row);
  if (!hadFocus) return;
  const next = row.querySelector(".inline-keyboard button") ?? find(".composer textarea");
  next.focus();
}

/** Lets a screen reader say a message from the bot. @param {string} bot @param {any} message */
export function announce(bot, message) {
  const said = element("p", {}, words.heard(bot, summary(message)));
  const heard = find(".heard");
  heard.append(said);
  while (heard.children.length > 3) heard.firstElementChild.remove();
}
