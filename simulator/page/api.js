// @ts-check
/** Owns the talk with the simulator: JSON calls and the stream of events. */

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

export const readState = () => call("state");

/** @param {number} id */
export const readChat = (id) => call(`people/${id}/chat`);

/** @param {{first_name: string, label?: string, phone?: string}} person */
export const addPerson = (person) => post("people", person);

/** @param {number} seconds */
export const advanceClock = (seconds) => post("clock", { advance: seconds });

/** @param {number} id @param {string} text @param {number} [replyTo] */
export const sendText = (id, text, replyTo) => post(`people/${id}/message`, { text, reply_to_message_id: replyTo });

/** @param {number} id @param {number} messageId @param {string} text */
export const editText = (id, messageId, text) => post(`people/${id}/edit`, { message_id: messageId, text });

/** @param {number} id @param {number} messageId @param {string} callback */
export const press = (id, messageId, callback) => post(`people/${id}/press`, { message_id: messageId, data: callback });

/** Shares the person's own contact, or somebody else's. @param {number} id @param {object} [other] */
export const shareContact = (id, other) => post(`people/${id}/contact`, other);

/** @param {number} id @param {number} latitude @param {number} longitude */
export const shareLocation = (id, latitude, longitude) => post(`people/${id}/location`, { latitude, longitude });

/** @param {number} id @param {boolean} blocked */
export const setBlocked = (id, blocked) => post(`people/${id}/${blocked ? "block" : "unblock"}`);

/** @param {number} id @param {string} kind @param {File} file @param {string} caption */
export function sendFile(id, kind, file, caption) {
  const form = new FormData();
  form.append("kind", kind);
  form.append("caption", caption);
  form.append("file", file, file.name);
  return call(`people/${id}/file`, { method: "POST", body: form });
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
