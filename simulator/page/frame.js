// @ts-check
/** Owns what surrounds the messages: the chat's header and menu, the empty chat, START and UNBLOCK. */
import { ask, openMenu } from "./dialogs.js";
import { element, find, fullName, paintAvatar } from "./elements.js";
import { words } from "./words.js";

const TYPING_MS = 5000;

/**
 * @param {{bot: () => any, me: () => any, isEmpty: () => boolean, onStart: () => Promise<boolean>,
 *   onBlocked: (blocked: boolean) => Promise<boolean>}} taps
 */
export function createFrame({ bot, me, isEmpty, onStart, onBlocked }) {
  const bigAction = find(".big-action");
  const more = find(".chat-more");
  let typingTimer = 0;

  function paint() {
    const [account, person] = [bot(), me()];
    document.title = person ? words.title(account.first_name, fullName(person)) : account.first_name;
    find(".bot-name").textContent = account.first_name;
    paintAvatar(find(".bot-avatar"), account);
    find(".bot-status").textContent = person?.blocked ? words.blocked : typingTimer ? words.typing : words.bot;
    find(".bot-status").classList.toggle("typing", Boolean(typingTimer));
    const waits = Boolean(person) && (person.blocked || !person.started);
    bigAction.hidden = !waits;
    bigAction.textContent = person?.blocked ? words.unblock : words.start;
    find(".composer").hidden = waits || !person;
    find(".welcome").hidden = !isEmpty();
    const described = [element("strong", {}, words.welcome), element("p", {}, account.description)];
    find(".welcome").replaceChildren(...(account.description ? described : [element("p", {}, words.empty)]));
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
    openMenu(more, [
      { label: words.about, act: tellAbout },
      { label: blocked ? words.unblockBot : words.block, danger: !blocked, act: () => void onBlocked(!blocked) },
    ]);
  });
  bigAction.addEventListener("click", async () => {
    if (await (me()?.blocked ? onBlocked(false) : onStart())) find(".composer textarea").focus();
  });

  return { paint, showTyping };
}
