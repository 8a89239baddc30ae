// @ts-check
/** Owns what surrounds the messages of a chat: its header and menu, the empty chat, START and UNBLOCK. */
import { ask, openMenu } from "./dialogs.js";
import { element, find, fullName, paintAvatar } from "./elements.js";
import { words } from "./words.js";

const TYPING_MS = 5000;

/**
 * @param {HTMLElement} root the chat
 * @param {{bot: () => any, me: () => any, group: () => any, isEmpty: () => boolean, onStart: () => Promise<boolean>,
 *   onBlocked: (blocked: boolean) => Promise<boolean>, onClose: () => void, onSave: (opener: HTMLElement) => void,
 *   onWriteAs: (opener: HTMLElement) => void}} given `group` is null in a private chat
 */
export function createFrame(root, { bot, me, group, isEmpty, onStart, onBlocked, onClose, onSave, onWriteAs }) {
  const part = (/** @type {string} */ selector) => find(selector, root);
  const bigAction = part(".big-action");
  const more = part(".chat-more");
  let typingTimer = 0;

  function paint() {
    const [account, person, room] = [bot(), me(), group()];
    const name = person ? fullName(person) : "";
    const title = room?.title ?? account.first_name;
    root.setAttribute("aria-label", words.chatOf(name, title));
    part(".bot-name").textContent = title;
    paintAvatar(part(".bot-avatar"), room ? { id: room.id, first_name: room.title } : account);
    part(".bot-status").textContent = typingTimer ? words.typing : status();
    part(".bot-status").classList.toggle("typing", Boolean(typingTimer));
    if (person) paintAvatar(part(".who .avatar"), person);
    part(".who-name").textContent = name;
    part(".who-label").textContent = person?.label ?? "";
    part(".close-chat").setAttribute("aria-label", words.closeChat(name));
    const waits = !room && Boolean(person) && (person.blocked || !person.started);
    const had = bigAction.contains(document.activeElement) || part(".composer").contains(document.activeElement);
    bigAction.hidden = !waits;
    bigAction.textContent = person?.blocked ? words.unblock : words.start;
    part(".composer").hidden = waits || !person || (room && !mayWrite());
    part(".attach").classList.toggle("absent", Boolean(room));
    if (had && !root.contains(document.activeElement)) (waits ? bigAction : part("textarea")).focus();
    paintWelcome();
  }

  function paintWelcome() {
    part(".welcome").hidden = !isEmpty();
    const description = group() ? "" : bot().description;
    const described = [element("strong", {}, words.welcome), element("p", { dir: "auto" }, description)];
    part(".welcome").replaceChildren(...(description ? described : [element("p", {}, words.empty)]));
  }

  function status() {
    const room = group();
    if (!room) return me()?.blocked ? words.blocked : words.bot;
    if (room.kind === "channel") return mayWrite() ? words.channel : words.cannotWrite;
    return `${words.writesAs(me()?.first_name ?? "")} · ${words.members(room.members.length)}`;
  }

  /** In a channel only those who run it write. */
  function mayWrite() {
    const room = group();
    const member = room.members.find((/** @type {any} */ one) => one.id === me()?.id);
    return room.kind !== "channel" || ["creator", "administrator"].includes(member?.status);
  }

  /** @param {boolean} on whether the bot is seen typing, for five seconds at the most */
  function showTyping(on) {
    clearTimeout(typingTimer);
    typingTimer = on ? window.setTimeout(() => showTyping(false), TYPING_MS) : 0;
    paint();
  }

  function tellAbout() {
    const account = bot();
    const text = [`@${account.username}`, account.short_description || account.description].filter(Boolean).join("\n\n");
    const picture = element("p", { class: "profile" }, text);
    void ask({ title: account.first_name, accept: words.accept, cancel: false, picture });
  }

  more.addEventListener("click", () => {
    const blocked = Boolean(me()?.blocked);
    const block = { label: blocked ? words.unblockBot : words.block, danger: !blocked, act: () => void onBlocked(!blocked) };
    const writeAs = { label: words.writeAs, act: () => onWriteAs(more) };
    openMenu(more, [
      { label: words.about, act: tellAbout },
      { label: words.save, act: () => onSave(more) },
      group() ? writeAs : block,
    ]);
  });
  part(".close-chat").addEventListener("click", onClose);
  bigAction.addEventListener("click", async () => {
    if (await (me()?.blocked ? onBlocked(false) : onStart())) part("textarea").focus();
  });

  return { paint, showTyping };
}
