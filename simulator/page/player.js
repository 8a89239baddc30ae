// @ts-check
/** Owns the player of voice notes and music: one button, one slider, one time; only one sounds at once. */
import { element, icon } from "./elements.js";
import { words } from "./words.js";

/** @type {HTMLAudioElement | null} */
let sounding = null;

/**
 * @param {string} source
 * @param {string} name what is heard
 * @param {number} [seconds] how long it is said to be, until the file itself tells
 */
export function player(source, name, seconds = 0) {
  const audio = /** @type {HTMLAudioElement} */ (element("audio", { src: source, preload: "none" }));
  const button = element("button", { type: "button", class: "play", "aria-label": words.play(name) });
  button.append(icon("play"));
  const slider = /** @type {HTMLInputElement} */ (
    element("input", { type: "range", min: 0, max: 1000, step: 1, value: 0, "aria-label": words.position(name) })
  );
  const time = element("small", {});
  const length = () => (Number.isFinite(audio.duration) ? audio.duration : seconds);

  function paint() {
    const done = length() > 0 ? audio.currentTime / length() : 0;
    slider.value = String(Math.round(done * 1000));
    slider.style.setProperty("--done", `${Math.min(done, 1) * 100}%`);
    slider.setAttribute("aria-valuetext", clock(audio.currentTime));
    time.textContent = clock(audio.paused && audio.currentTime === 0 ? length() : audio.currentTime);
  }

  function paintButton() {
    const playing = !audio.paused && !audio.ended;
    button.setAttribute("aria-label", playing ? words.pause(name) : words.play(name));
    button.replaceChildren(icon(playing ? "pause" : "play"));
    paint();
  }

  button.addEventListener("click", () => {
    if (!audio.paused) return audio.pause();
    if (sounding !== audio) sounding?.pause();
    sounding = audio;
    // What cannot be played stays silent, and the button shows so.
    audio.play().catch(paintButton);
  });
  slider.addEventListener("input", () => {
    audio.currentTime = (Number(slider.value) / 1000) * length();
    paint();
  });
  audio.addEventListener("ended", () => (audio.currentTime = 0));
  for (const change of ["play", "pause", "ended"]) audio.addEventListener(change, paintButton);
  for (const change of ["timeupdate", "loadedmetadata", "seeked"]) audio.addEventListener(change, paint);
  paint();
  return element("div", { class: "player" }, button, element("div", { class: "player-track" }, slider, time), audio);
}

/** "0:07". @param {number} seconds */
function clock(seconds) {
  const whole = Math.floor(seconds);
  return `${Math.floor(whole / 60)}:${String(whole % 60).padStart(2, "0")}`;
}
