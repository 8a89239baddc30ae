// @ts-check
/** Owns a conversation as one tall picture that looks like the page: drawn by the browser itself, without a network. */
import { element, find } from "./elements.js";
import { words } from "./words.js";

const SCALE = 2;
const MOST_HEIGHT_PX = 8000; // twice that many dots fit every browser's canvas
const MOST_MESSAGES = 300;
const WIDTHS_PX = [320, 480];
const SVG = "http://www.w3.org/2000/svg";
/** What XML 1.0 has no place for, though a message may hold it. */
const NOT_XML = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/gu;

/**
 * @param {import("./chat.js").Chat} chat
 * @returns {Promise<Blob>} a PNG; of a very long chat only the newest messages, and it says how many came before
 */
export async function drawPicture(chat) {
  const width = Math.min(Math.max(chat.root.clientWidth, WIDTHS_PX[0]), WIDTHS_PX[1]);
  const drawn = compose(chat);
  const darkroom = element("div", { class: "darkroom", "aria-hidden": "true", inert: true }, drawn);
  darkroom.style.width = `${width}px`;
  document.body.append(darkroom);
  try {
    await Promise.all([...drawn.querySelectorAll("img")].map(carryInside));
    shorten(drawn, chat.messages().length);
    const height = Math.ceil(drawn.getBoundingClientRect().height);
    return await paint(svgOf(drawn, width, height), width, height);
  } finally {
    darkroom.remove();
  }
}

/** @param {import("./chat.js").Chat} chat */
function compose(chat) {
  const head = /** @type {HTMLElement} */ (find(".chat-head", chat.root).cloneNode(true));
  find(".chat-more", head).remove();
  const rows = chat.drawing(MOST_MESSAGES);
  for (const control of rows.querySelectorAll(".more")) control.remove();
  for (const video of rows.querySelectorAll("video")) video.replaceWith(element("div", { class: "still" }, words.video));
  return element("div", { class: "chat picture" }, head, element("div", { class: "scroller" }, rows));
}

/** A drawing loads nothing from elsewhere, so each picture travels inside it. @param {HTMLImageElement} image */
async function carryInside(image) {
  const response = await fetch(image.src);
  const reader = new FileReader();
  reader.readAsDataURL(await response.blob());
  await new Promise((done) => reader.addEventListener("loadend", done));
  image.src = String(reader.result);
  await image.decode().catch(() => undefined);
}

/** Lets the oldest messages go until the picture is not too tall. @param {HTMLElement} drawn @param {number} all */
function shorten(drawn, all) {
  const list = find(".messages", drawn);
  const rows = [...list.querySelectorAll("[data-id]")];
  const bottom = list.getBoundingClientRect().bottom;
  const kept = rows.filter((row) => bottom - row.getBoundingClientRect().top <= MOST_HEIGHT_PX);
  const first = kept[0];
  while (first && list.firstElementChild !== first) {
    const isItsDay = list.firstElementChild === first.previousElementSibling && list.firstElementChild.matches(".day");
    if (isItsDay) break;
    list.firstElementChild.remove();
  }
  const before = all - kept.length;
  if (before > 0) list.prepend(element("li", { class: "service" }, element("span", {}, words.transcript.earlier(before))));
}

/** @param {HTMLElement} drawn @param {number} width @param {number} height */
function svgOf(drawn, width, height) {
  const svg = document.createElementNS(SVG, "svg");
  svg.setAttribute("width", String(width));
  svg.setAttribute("height", String(height));
  const frame = document.createElementNS(SVG, "foreignObject");
  frame.setAttribute("width", "100%");
  frame.setAttribute("height", "100%");
  const symbols = find("svg").cloneNode(true);
  frame.append(element("style", {}, stylesNow()), symbols, drawn.cloneNode(true));
  svg.append(frame);
  return new XMLSerializer().serializeToString(svg).toWellFormed().replace(NOT_XML, "");
}

/** The style sheets with every media query decided as on this screen: a drawing would decide for itself. */
function stylesNow() {
  /** @param {CSSRuleList} rules @returns {string[]} */
  const decided = (rules) =>
    [...rules].flatMap((rule) => {
      if (!(rule instanceof CSSMediaRule)) return [rule.cssText];
      return matchMedia(rule.conditionText).matches ? decided(rule.cssRules) : [];
    });
  return [...document.styleSheets].flatMap((sheet) => decided(sheet.cssRules)).join("\n");
}

/** @param {string} svg @param {number} width @param {number} height @returns {Promise<Blob>} */
async function paint(svg, width, height) {
  const image = new Image();
  // Not a blob: address, which would mark the canvas as foreign and forbid reading it.
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`;
  await image.decode();
  const canvas = /** @type {HTMLCanvasElement} */ (element("canvas", { width: width * SCALE, height: height * SCALE }));
  canvas.getContext("2d")?.drawImage(image, 0, 0, width * SCALE, height * SCALE);
  return new Promise((done, failed) => {
    canvas.toBlob((blob) => (blob ? done(blob) : failed(new Error("the canvas is too large"))), "image/png");
  });
}
