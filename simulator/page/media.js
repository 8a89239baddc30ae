// @ts-check
/** Owns what hangs on a message beside its text: pictures, players, files, contacts and places. */
import { fileAddress } from "./api.js";
import { element, fullName, icon } from "./elements.js";
import { pictureAddress, sizeOf } from "./pictures.js";
import { player } from "./player.js";
import { words } from "./words.js";

/** @param {{file_id: string}} file */
const address = (file) => fileAddress(file.file_id);

/** @param {any} message a Bot API Message @returns {HTMLElement | null} */
export function mediaPart(message) {
  const picture = pictureAddress(message);
  if (picture) return photo(message, picture);
  if (message.sticker) return element("img", { class: "sticker", src: address(message.sticker), alt: words.sticker });
  const moving = message.video ?? message.animation ?? message.video_note;
  if (moving) {
    const { width, height } = moving.length ? { width: moving.length, height: moving.length } : moving;
    const size = { width: width ?? 16, height: height ?? 9 };
    return element("video", { src: address(moving), controls: true, preload: "metadata", "aria-label": words.video, ...size });
  }
  if (message.voice) return player(address(message.voice), words.voice, message.voice.duration);
  if (message.audio) return player(address(message.audio), message.audio.file_name ?? words.audio, message.audio.duration);
  if (message.document) return documentCard(message.document);
  if (message.contact) return card("person", fullName(message.contact), message.contact.phone_number);
  const place = message.venue?.location ?? message.location;
  if (place) {
    const spot = `${place.latitude.toFixed(4)}, ${place.longitude.toFixed(4)}`;
    return card("place", message.venue?.title ?? words.location, message.venue?.address ?? spot);
  }
  return null;
}

/** @param {any} message @param {string} source */
function photo(message, source) {
  const { width, height } = sizeOf(source) ?? message.photo[message.photo.length - 1];
  const image = element("img", { src: source, alt: message.caption ?? words.photo, width, height });
  return element("a", { class: "photo", href: source, target: "_blank", "aria-label": words.openPhoto }, image);
}

/** @param {any} file a Bot API Document */
function documentCard(file) {
  const name = file.file_name ?? words.file;
  const ending = name.includes(".") ? name.split(".").pop().toUpperCase().slice(0, 5) : "";
  const parts = cardParts("file", name, [ending, size(file.file_size)].filter(Boolean).join(" · "));
  const download = { href: address(file), download: name, "aria-label": words.download(name) };
  if (!isShowable(file)) return element("a", { class: "card", ...download }, ...parts);
  const open = { href: `${address(file)}?show=1`, target: "_blank", rel: "noopener", "aria-label": words.open(name) };
  const save = element("a", { class: "round card-save", ...download });
  save.append(icon("save"));
  return element("div", { class: "card-line" }, element("a", { class: "card", ...open }, ...parts), save);
}

/** Whether a browser can show a file in a tab of its own; for all others it can only be saved. @param {any} file */
function isShowable(file) {
  const kind = file.mime_type ?? "";
  if (kind === "image/svg+xml") return false;
  return kind === "application/pdf" || kind === "text/plain" || kind.startsWith("image/");
}

/** @param {string} symbol @param {string} title @param {string} detail */
const card = (symbol, title, detail) => element("div", { class: "card" }, ...cardParts(symbol, title, detail));

/** @param {string} symbol @param {string} title @param {string} detail */
function cardParts(symbol, title, detail) {
  const lines = [element("strong", { dir: "auto" }, title), element("small", {}, detail)];
  return [element("span", { class: "card-icon" }, icon(symbol)), element("span", { class: "card-text" }, ...lines)];
}

/** @param {number | undefined} bytes */
function size(bytes) {
  if (!bytes) return "";
  if (bytes < 1024) return `${bytes} B`;
  const units = bytes < 1_048_576 ? [bytes / 1024, "KB"] : [bytes / 1_048_576, "MB"];
  return `${Number(units[0]).toLocaleString("es-CO", { maximumFractionDigits: 1 })} ${units[1]}`;
}
