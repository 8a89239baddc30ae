// @ts-check
/** Owns the true sizes of pictures: known before a message is drawn, so that nothing jumps when its picture arrives. */
import { fileAddress } from "./api.js";

const PATIENCE_MS = 1000;
/** @type {Map<string, {width: number, height: number}>} */
const sizes = new Map();

/** Where a message's picture is, in its best size; null without one. @param {any} message @returns {string | null} */
export const pictureAddress = (message) => (message.photo ? fileAddress(message.photo[message.photo.length - 1].file_id) : null);

/** The size of a picture that was measured. @param {string} address */
export const sizeOf = (address) => sizes.get(address) ?? null;

/** Whether a message has a picture that nobody has measured yet. @param {any} message */
export function isUnmeasured(message) {
  const address = pictureAddress(message);
  return address !== null && !sizes.has(address);
}

/** Loads a message's picture, a second at the most; a picture that does not load has no size. @param {any} message */
export async function measure(message) {
  const address = pictureAddress(message);
  if (address === null) return;
  const image = new Image();
  image.src = address;
  const loaded = image.decode().then(
    () => void sizes.set(address, { width: image.naturalWidth, height: image.naturalHeight }),
    () => undefined,
  );
  await Promise.race([loaded, new Promise((done) => setTimeout(done, PATIENCE_MS))]);
}
