// @ts-check
/** Owns which chats stand side by side, which of them is in use, and the address that says so. */
import { find } from "./elements.js";

export const MOST_COLUMNS = 3;

/**
 * @typedef {import("./chat.js").Chat} Chat
 * @typedef {import("./api.js").Seat} Seat
 */

/** How a seat is written in the address: "1001", or in a group "1001@-5000001". @param {Seat} seat */
export const keyOf = ({ person, group }) => (group ? `${person}@${group}` : String(person));

/** The seats that the address asks for. @returns {Seat[]} */
export function seatsInAddress() {
  const asked = new URL(location.href).searchParams.get("persona") ?? "";
  return asked.split(",").map((key) => {
    const [person, group] = key.split("@");
    return { person: Number(person), group: Number(group ?? 0) };
  });
}

/**
 * @param {{make: (seat: Seat) => Chat, onChanged: () => void}} given makes a chat, and hears when the columns changed
 */
export function createColumns({ make, onChanged }) {
  const main = find(".columns");
  const wide = matchMedia("(min-width: 1000px)");
  /** @type {Chat[]} */
  let chats = [];
  /** @type {Chat | null} */
  let active = null;
  /** What was written and not sent, by seat. @type {Map<string, string>} */
  const drafts = new Map();

  function create(/** @type {Seat} */ seat) {
    const chat = make(seat);
    for (const touch of ["focusin", "pointerdown"]) chat.root.addEventListener(touch, () => activate(chat));
    return chat;
  }

  /** A chat that has its place on the page begins. @param {Chat} chat */
  function begin(chat) {
    chat.restore(drafts.get(keyOf(chat.seat)) ?? "");
    void chat.read();
    active = chat;
    settle();
  }

  function retire(/** @type {Chat} */ chat) {
    drafts.set(keyOf(chat.seat), chat.draft());
    chat.stop();
    chat.root.remove();
    chats = chats.filter((other) => other !== chat);
  }

  function activate(/** @type {Chat | null} */ chat) {
    if (chat === active) return;
    active = chat;
    settle();
  }

  function settle() {
    main.classList.toggle("several", chats.length > 1);
    for (const chat of chats) {
      chat.root.classList.toggle("active", chat === active);
      find(".who", chat.root).hidden = chats.length < 2;
    }
    // Written by hand: an address that people read and share should not escape its commas.
    history.replaceState(null, "", `${location.pathname}?persona=${chats.map((chat) => keyOf(chat.seat)).join(",")}`);
    onChanged();
  }

  const withSeat = (/** @type {Seat} */ seat) => chats.find((chat) => keyOf(chat.seat) === keyOf(seat));

  const columns = {
    /** Shows a chat in the place of another, by default the one in use; goes to it if it is open. @param {Seat} seat @param {Chat | null} [instead] */
    open(seat, instead = active) {
      const known = withSeat(seat);
      if (known) return activate(known);
      const chat = create(seat);
      const hadFocus = instead?.root.contains(document.activeElement);
      if (instead) {
        instead.root.replaceWith(chat.root);
        const position = chats.indexOf(instead);
        chats.splice(position, 1, chat);
        retire(instead);
      } else {
        main.append(chat.root);
        chats.push(chat);
      }
      begin(chat);
      if (hadFocus) chat.focus();
    },

    /** Shows a chat beside the others. @param {Seat} seat @param {boolean} [takeFocus] */
    beside(seat, takeFocus = true) {
      const known = withSeat(seat);
      if (known || chats.length >= MOST_COLUMNS) return known && activate(known);
      const chat = create(seat);
      chats.push(chat);
      main.append(chat.root);
      begin(chat);
      if (!takeFocus) return;
      chat.root.scrollIntoView({ inline: "nearest" });
      chat.focus();
    },

    /** @param {Chat} chat */
    close(chat) {
      if (chats.length < 2) return;
      const neighbour = chats[chats.indexOf(chat) - 1] ?? chats[1];
      retire(chat);
      active = neighbour;
      settle();
      neighbour.focus();
    },

    all: () => chats,
    active: () => active,
    isFull: () => chats.length >= MOST_COLUMNS,
    isOpen: (/** @type {Seat} */ seat) => withSeat(seat) !== undefined,
    /** Whether people can see a chat: on a narrow screen only the one in use. @param {Chat} chat */
    isShown: (chat) => wide.matches || chat === active,
  };
  wide.addEventListener("change", onChanged);
  return columns;
}
