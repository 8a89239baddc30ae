// @ts-check
/** Owns the talk with the simulator: JSON calls and the stream of events. */

/**
 * Who acts and where: `group` is 0 in the private chat with the bot.
 * @typedef {{person: number, group: number}} Seat
 */

/**
 * @param {string} path
 * @param {RequestInit} [options]
 * @returns {Promise<any>} the answer's JSON; throws an Error with the simulator's sentence
 */
async function call(path, options) {
  const response = await fetch(`/simulator/${path}`, options);
  const answer = await response.json();
  if (!response.ok) throw new Error(answer.error);
  return answer;
}

/** @param {string} path @param {object} [body] */
function post(path, body = {}) {
  return call(path, { method: "POST", headers: { "Content-Type": "application/json" }, body: JSON.stringify(body) });
}

/** @param {Seat} seat @param {string} action @param {object} [body] */
function act(seat, action, body = {}) {
  return post(`people/${seat.person}/${action}`, { ...body, chat_id: seat.group || undefined });
}

export const readState = () => call("state");

/** @param {Seat} seat */
export const readChat = ({ person, group }) => call(`people/${person}/chat${group ? `?chat=${group}` : ""}`);

/** @param {{first_name: string, label?: string, phone?: string}} person */
export const addPerson = (person) => post("people", person);

/** @param {number} seconds */
export const advanceClock = (seconds) => post("clock", { advance: seconds });

/** @param {Seat} seat @param {string} text @param {number} [replyTo] */
export const sendText = (seat, text, replyTo) => act(seat, "message", { text, reply_to_message_id: replyTo });

/** @param {Seat} seat @param {number} messageId @param {string} text */
export const editText = (seat, messageId, text) => act(seat, "edit", { message_id: messageId, text });

/** @param {Seat} seat @param {number} messageId @param {string} callback */
export const press = (seat, messageId, callback) => act(seat, "press", { message_id: messageId, data: callback });

/** Shares the person's own contact, or somebody else's. @param {Seat} seat @param {object} [other] */
export const shareContact = (seat, other) => post(`people/${seat.person}/contact`, other);

/** @param {Seat} seat @param {number} latitude @param {number} longitude */
export const shareLocation = (seat, latitude, longitude) => act(seat, "location", { latitude, longitude });

/** @param {Seat} seat @param {boolean} blocked */
export const setBlocked = (seat, blocked) => act(seat, blocked ? "block" : "unblock");

/** @param {Seat} seat @param {string} kind @param {File} file @param {string} caption */
export function sendFile(seat, kind, file, caption) {
  const form = new FormData();
  form.append("kind", kind);
  form.append("caption", caption);
  form.append("file", file, file.name);
  return call(`people/${seat.person}/file`, { method: "POST", body: form });
}

/** @param {string} fileId */
export const fileAddress = (fileId) => `/simulator/files/${encodeURIComponent(fileId)}`;

/**
 * Follows the simulator's events for as long as the page lives; the browser reconnects by itself.
 * @param {{onOpen: () => void, onEvent: (event: any) => void, onLost: () => void}} listener
 */
export function follow({ onOpen, onEvent, onLost }) {
  const source = new EventSource("/simulator/events");
  source.addEventListener("open", onOpen);
  source.addEventListener("message", (message) => onEvent(JSON.parse(message.data)));
  source.addEventListener("error", onLost);
}
