// @ts-check
/** Owns what a message says in one line: for quotes, screen readers and transcripts. */
import { fullName } from "./elements.js";
import { words } from "./words.js";

const KINDS = /** @type {const} */ (["photo", "video", "voice", "audio", "sticker", "contact", "location"]);

/** What hangs on a message beside its text, such as "Foto" or a file's name; empty for plain text. @param {any} message */
export function attachmentName(message) {
  if (message.document) return message.document.file_name ?? words.file;
  if (message.contact) return `${words.contact}: ${fullName(message.contact)}, ${message.contact.phone_number}`;
  const kind = KINDS.find((name) => message[name]);
  return kind ? words[kind] : "";
}

/** What a message of the app itself says, such as that something was pinned; empty for all others. @param {any} message */
export function serviceText(message) {
  if (message.pinned_message) return words.pinned;
  if (message.migrate_to_chat_id || message.migrate_from_chat_id) return words.upgraded;
  return "";
}

/** @param {any} message a Bot API Message */
export function summary(message) {
  const parts = [serviceText(message) || attachmentName(message), message.text ?? message.caption];
  return parts.filter(Boolean).join(". ") || words.unknown;
}

/** Who wrote a message; a channel's post is the channel's own. @param {any} message */
export function authorName(message) {
  return message.from ? fullName(message.from) : (message.sender_chat?.title ?? "");
}
