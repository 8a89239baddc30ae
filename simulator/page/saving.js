// @ts-check
/** Owns how a conversation leaves the page: as a text or as a picture, under a name that says whose and when. */
import { dayOf } from "./dates.js";
import { openMenu } from "./dialogs.js";
import { element, fullName } from "./elements.js";
import { drawPicture } from "./picture.js";
import { transcript } from "./transcript.js";
import { words } from "./words.js";

const KEPT_MS = 60_000; // long enough for a slow disk

/**
 * @param {HTMLElement} opener
 * @param {import("./chat.js").Chat} chat
 * @param {{bot: () => any, me: () => any, group: (id: number) => any, now: () => Date, tell: (text: string) => void}} world
 */
export function offerToSave(opener, chat, { bot, me, group, now, tell }) {
  const partner = chat.seat.group ? group(chat.seat.group).title : bot().first_name;
  const person = fullName(me());

  function save(/** @type {Blob} */ content, /** @type {string} */ ending) {
    const name = `${words.transcript.file}-${plain(person)}-${dayOf(now())}.${ending}`;
    const address = URL.createObjectURL(content);
    element("a", { href: address, download: name }).click();
    setTimeout(() => URL.revokeObjectURL(address), KEPT_MS);
    tell(words.saved(name));
  }

  function saveText() {
    const text = transcript(chat.messages(), { person, bot: partner, now: now() });
    save(new Blob([text], { type: "text/plain;charset=utf-8" }), "txt");
  }

  async function savePicture() {
    tell(words.saving);
    try {
      save(await drawPicture(chat), "png");
    } catch {
      tell(words.failed);
    }
  }

  openMenu(opener, [
    { label: words.saveText, act: saveText },
    { label: words.savePicture, act: () => void savePicture() },
  ]);
}

/** A name as every file system takes it: "Álvaro Peña" becomes "alvaro-pena". @param {string} name */
function plain(name) {
  const letters = name.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
  return letters.replace(/[^\p{L}\p{N}]+/gu, "-").replace(/^-|-$/gu, "").slice(0, 60) || "chat";
}
