// @ts-check
/** Owns where a chat is scrolled: it follows its end only while somebody is there, and counts what came meanwhile. */
import { find, paintBadge } from "./elements.js";
import { words } from "./words.js";

const AT_THE_END_PX = 40;
const REST_MS = 900;

/** @param {HTMLElement} root the chat */
export function createScroll(root) {
  const scroller = find(".scroller", root);
  const toEnd = find(".to-end", root);
  let missed = 0;
  let atEnd = true;
  let lastTop = 0;
  let resting = 0;

  function paint() {
    if (atEnd && toEnd.contains(document.activeElement)) scroller.focus({ preventScroll: true });
    toEnd.hidden = atEnd;
    toEnd.setAttribute("aria-label", missed ? words.toEndMissed(missed) : words.toEnd);
    paintBadge(toEnd.querySelector(".badge"), missed);
  }

  function goToEnd() {
    atEnd = true;
    missed = 0;
    scroller.scrollTop = scroller.scrollHeight;
    paint();
  }

  /** A date that floats over the messages leaves when nobody scrolls any more. */
  function rest() {
    const top = scroller.getBoundingClientRect().top;
    for (const day of scroller.querySelectorAll(".day")) {
      const next = day.nextElementSibling;
      const floats = day.getBoundingClientRect().bottom > (next?.getBoundingClientRect().top ?? Infinity) + 1;
      day.classList.toggle("resting", floats && day.getBoundingClientRect().top <= top + 1);
    }
  }

  scroller.addEventListener("scroll", () => {
    for (const day of scroller.querySelectorAll(".resting")) day.classList.remove("resting");
    clearTimeout(resting);
    resting = window.setTimeout(rest, REST_MS);
    const near = scroller.scrollHeight - scroller.scrollTop - scroller.clientHeight < AT_THE_END_PX;
    // Content that grows also moves the end away; only going up means that somebody reads further back.
    if (near) atEnd = true;
    else if (scroller.scrollTop < lastTop) atEnd = false;
    lastTop = scroller.scrollTop;
    if (atEnd) missed = 0;
    paint();
  });
  toEnd.addEventListener("click", goToEnd);
  // Panels that open above the composer, and whatever grows late, must not hide the newest message.
  const watcher = new ResizeObserver(() => atEnd && goToEnd());
  watcher.observe(scroller);
  watcher.observe(find(".messages", root));
  paint();

  return {
    goToEnd,
    isAtEnd: () => atEnd,
    /** Somebody reads further back and a message arrived. */
    miss() {
      missed += 1;
      paint();
    },
    /** Leaves the end, to look at an older message. */
    leaveEnd() {
      atEnd = false;
      paint();
    },
    /** Adds rows above without moving what is being read. @param {() => void} add */
    keepPlace(add) {
      scroller.classList.add("held"); // the browser's own anchoring would correct a second time
      const distance = scroller.scrollHeight - scroller.scrollTop;
      add();
      scroller.scrollTop = scroller.scrollHeight - distance;
      lastTop = scroller.scrollTop;
      scroller.classList.remove("held");
    },
    focus: () => scroller.focus({ preventScroll: true }),
    stop: () => watcher.disconnect(),
  };
}
