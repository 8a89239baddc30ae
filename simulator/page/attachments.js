// @ts-check
/** Owns what the paperclip and the sharing buttons send: files, places and contacts, after a question. */
import * as api from "./api.js";
import { ask, openMenu } from "./dialogs.js";
import { element, find } from "./elements.js";
import { words } from "./words.js";

/** Plaza de la Aduana, in the old town of Cartagena. */
const PLACE = { latitude: 10.4224, longitude: -75.5512 };

/** @type {Array<[kind: string, accept: string, label: string]>} */
const FILES = [
  ["photo", "image/*", words.attachPhoto],
  ["document", "", words.attachFile],
  ["voice", "audio/*", words.attachVoice],
  ["video", "video/*", words.attachVideo],
];

/**
 * @param {HTMLElement} root the chat
 * @param {() => api.Seat} seat who sends, and where
 * @param {(call: Promise<any>) => Promise<boolean>} tried tells the person when a call failed
 */
export function createAttachments(root, seat, tried) {
  function pickFile(/** @type {string} */ kind, /** @type {string} */ accept) {
    const picker = /** @type {HTMLInputElement} */ (element("input", { type: "file", accept }));
    picker.addEventListener("change", () => picker.files?.[0] && void sendFile(kind, picker.files[0]));
    picker.click();
  }

  async function sendFile(/** @type {string} */ kind, /** @type {File} */ file) {
    const address = kind === "photo" ? URL.createObjectURL(file) : null;
    const picture = address ? element("img", { class: "preview", src: address, alt: "" }) : null;
    const fields = [{ name: "caption", label: words.caption, maxlength: 1024 }];
    const answer = await ask({ title: words.sendFile(file.name), accept: words.send, fields, picture });
    if (address) URL.revokeObjectURL(address);
    if (answer) await tried(api.sendFile(seat(), kind, file, answer.caption));
  }

  async function sendPlace() {
    const number = { type: "number", step: "any", required: true };
    const fields = [
      { name: "latitude", label: words.latitude, value: String(PLACE.latitude), ...number },
      { name: "longitude", label: words.longitude, value: String(PLACE.longitude), ...number },
    ];
    const answer = await ask({ title: words.sendPlace, accept: words.send, fields });
    if (answer) await tried(api.shareLocation(seat(), Number(answer.latitude), Number(answer.longitude)));
  }

  async function sendOtherContact() {
    const fields = [
      { name: "first_name", label: words.name, required: true },
      { name: "phone", label: words.phone, type: "tel", required: true },
    ];
    const answer = await ask({ title: words.sendContact, accept: words.send, fields });
    if (answer) await tried(api.shareContact(seat(), answer));
  }

  async function shareOwnContact() {
    if (!(await ask({ title: words.sharePhone, accept: words.share }))) return false;
    return tried(api.shareContact(seat()));
  }

  async function shareOwnPlace() {
    if (!(await ask({ title: words.sharePlace, accept: words.share }))) return false;
    return tried(api.shareLocation(seat(), PLACE.latitude, PLACE.longitude));
  }

  const clip = find(".attach", root);
  clip.addEventListener("click", () =>
    openMenu(clip, [
      ...FILES.map(([kind, accept, label]) => ({ label, act: () => pickFile(kind, accept) })),
      { label: words.attachPlace, act: () => void sendPlace() },
      { label: words.attachContact, act: () => void shareOwnContact() },
      { label: words.attachOther, act: () => void sendOtherContact() },
    ]),
  );
  return { shareOwnContact, shareOwnPlace };
}
