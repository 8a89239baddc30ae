// @ts-check
/** Owns where the person writes: text, replying and editing, the command menu, and the reply keyboard. */
import { moveFocus } from "./dialogs.js";
import { element, find, icon } from "./elements.js";
import { fillReplyKeyboard } from "./keyboards.js";
import { authorName, summary } from "./summary.js";
import { words } from "./words.js";

const MOST_LINES_PX = 132;

/**
 * @param {HTMLElement} root the chat
 * @param {{onText: (text: string, replyTo: any) => Promise<boolean>, onEdit: (message: any, text: string) => Promise<boolean>,
 *   lastOwnText: () => any, replyTaps: {onReply: (text: string) => Promise<boolean>, onContact: () => Promise<boolean>,
 *   onPlace: () => Promise<boolean>, onUnavailable: () => void}}} taps
 *   the promises tell whether it worked: otherwise what was written and the keyboard stay
 */
export function createComposer(root, taps) {
  const form = find(".composer", root);
  const field = form.querySelector("textarea");
  const commandsPanel = find(".commands", root);
  const commandsOpen = find(".commands-open", root);
  const context = find(".context", root);
  const keyboardPanel = find(".reply-keyboard", root);
  const keyboardToggle = find(".keyboard-toggle", root);
  /** @type {Array<{command: string, description: string}>} */
  let commands = [];
  /** @type {any} */
  let markup = null;
  /** @type {{replyTo?: any, editing?: any}} */
  let aim = {};

  function paint() {
    const written = field.value.trim() !== "";
    find(".send", root).hidden = !written && !aim.editing;
    find(".attach", root).hidden = written || Boolean(aim.editing);
    form.classList.toggle("written", field.value !== "");
    field.style.height = "auto";
    field.style.height = `${Math.min(field.scrollHeight, MOST_LINES_PX)}px`;
    if (/^\/\w*$/u.test(field.value)) openCommands(field.value.slice(1));
    else closeCommands();
  }

  function setAim(/** @type {{replyTo?: any, editing?: any}} */ next) {
    aim = next;
    const message = aim.editing ?? aim.replyTo;
    context.hidden = !message;
    context.replaceChildren();
    if (message) {
      const title = aim.editing ? words.editing : words.replying(authorName(message));
      const attributes = { type: "button", class: "round", "aria-label": words.leaveContext, onclick: leaveAim };
      const leave = element("button", attributes);
      leave.append(icon("close"));
      const lines = [element("strong", {}, title), element("span", {}, summary(message))];
      const text = element("div", { class: "context-text" }, ...lines);
      context.append(icon(aim.editing ? "pencil" : "reply"), text, leave);
    }
    paint();
  }

  function leaveAim() {
    if (aim.editing) field.value = "";
    setAim({});
    field.focus();
  }

  async function submit() {
    const text = field.value.trim();
    if (text === "") return;
    const { editing, replyTo } = aim;
    const shown = markup;
    const worked = editing ? await taps.onEdit(editing, text) : await taps.onText(text, replyTo);
    if (!worked) return;
    field.value = "";
    setAim({});
    afterAnswer(shown);
  }

  /** A one-time keyboard and a forced reply are over once answered; by now the bot may show the next. */
  function afterAnswer(/** @type {any} */ answered) {
    if (markup !== answered) return;
    if (markup?.one_time_keyboard) showKeyboard(false);
    if (markup?.force_reply) markup = null;
  }

  function showKeyboard(/** @type {boolean} */ on) {
    if (!on && keyboardPanel.contains(document.activeElement)) field.focus();
    keyboardPanel.hidden = !on;
    keyboardToggle.setAttribute("aria-expanded", String(on));
    keyboardToggle.setAttribute("aria-label", on ? words.hideKeys : words.showKeys);
  }

  function openCommands(/** @type {string} */ start) {
    const fitting = commands.filter(({ command }) => command.startsWith(start.toLowerCase()));
    commandsPanel.replaceChildren(
      ...fitting.map(({ command, description }) => {
        const choose = async () => {
          if (!(await taps.onText(`/${command}`, null))) return;
          field.value = "";
          paint();
          field.focus();
        };
        const parts = [element("strong", {}, `/${command}`), element("span", {}, description)];
        return element("button", { type: "button", onclick: choose }, ...parts);
      }),
    );
    commandsPanel.hidden = fitting.length === 0;
    commandsOpen.setAttribute("aria-expanded", String(!commandsPanel.hidden));
  }

  function closeCommands() {
    commandsPanel.hidden = true;
    commandsOpen.setAttribute("aria-expanded", "false");
  }

  const answering = (/** @type {(...given: any[]) => Promise<boolean>} */ tap) =>
    async (/** @type {any[]} */ ...given) => {
      const shown = markup;
      if (await tap(...given)) afterAnswer(shown);
    };
  const replyTaps = {
    onReply: answering(taps.replyTaps.onReply),
    onContact: answering(taps.replyTaps.onContact),
    onPlace: answering(taps.replyTaps.onPlace),
    onUnavailable: taps.replyTaps.onUnavailable,
  };

  form.addEventListener("submit", (/** @type {Event} */ event) => {
    event.preventDefault();
    void submit();
  });
  field.addEventListener("input", paint);
  field.addEventListener("keydown", (/** @type {KeyboardEvent} */ event) => {
    if (event.key === "Enter" && !event.shiftKey && !event.isComposing) {
      event.preventDefault();
      void submit();
    } else if (event.key === "Escape") {
      if (!commandsPanel.hidden) closeCommands();
      else if (aim.editing || aim.replyTo) leaveAim();
    } else if (event.key === "ArrowUp" && field.value === "") {
      const own = taps.lastOwnText();
      if (own) composer.edit(own);
    } else if (!commandsPanel.hidden) {
      moveFocus(event, commandsPanel);
    }
  });
  commandsPanel.addEventListener("keydown", (/** @type {KeyboardEvent} */ event) => {
    moveFocus(event, commandsPanel);
    if (event.key !== "Escape") return;
    closeCommands();
    field.focus();
  });
  commandsOpen.addEventListener("click", () => {
    if (!commandsPanel.hidden) return closeCommands();
    openCommands("");
    commandsPanel.querySelector("button")?.focus();
  });
  keyboardToggle.addEventListener("click", () => showKeyboard(keyboardPanel.hidden));

  const composer = {
    /** @param {any} message */
    reply(message) {
      setAim({ replyTo: message });
      field.focus();
    },
    /** @param {any} message */
    edit(message) {
      field.value = message.text;
      setAim({ editing: message });
      field.focus();
    },
    /** @param {Array<{command: string, description: string}>} list */
    setCommands(list) {
      commands = list;
      commandsOpen.hidden = list.length === 0;
    },
    /** @param {any} next a ReplyKeyboardMarkup, a ForceReply or null @param {any} [lastOfBot] what a ForceReply answers */
    setKeyboard(next, lastOfBot) {
      markup = next;
      const keys = Boolean(next?.keyboard);
      // Whoever had chosen a key with the keyboard goes on in the text field.
      if (keyboardPanel.contains(document.activeElement)) field.focus();
      if (keys) fillReplyKeyboard(keyboardPanel, next, replyTaps);
      else keyboardPanel.replaceChildren();
      keyboardToggle.hidden = !keys;
      showKeyboard(keys);
      field.placeholder = next?.input_field_placeholder ?? words.message;
      if (next?.force_reply && lastOfBot) composer.reply(lastOfBot);
    },
    /** What is written and not sent. */
    draft: () => (aim.editing ? "" : field.value),
    /** @param {string} text what was written before and not sent */
    restore(text) {
      field.value = text;
      paint();
    },
    focus: () => field.focus(),
  };
  return composer;
}
