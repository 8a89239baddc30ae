// @ts-check
/** Owns one chat on screen: what its taps ask of the simulator, and what each event changes in it. */
import * as api from "./api.js";
import { createAttachments } from "./attachments.js";
import { createComposer } from "./composer.js";
import { createConversation, DRAWN } from "./conversation.js";
import { openMenu, toast } from "./dialogs.js";
import { find, fullName } from "./elements.js";
import { createFrame } from "./frame.js";
import { isUnmeasured, measure } from "./pictures.js";
import { createPresses } from "./presses.js";
import { offerToSave } from "./saving.js";
import { words } from "./words.js";

/**
 * What all chats share.
 * @typedef {{bot: () => any, person: (id: number) => any, group: (id: number) => any, now: () => Date,
 *   onHeard: (chat: Chat, message: any) => void, onClose: (chat: Chat) => void,
 *   onWriteAs: (chat: Chat, person: number) => void}} World
 * @typedef {ReturnType<typeof createChat>} Chat
 */

/** @param {api.Seat} seat @param {World} world */
export function createChat(seat, world) {
  const root = /** @type {HTMLElement} */ (find("#chat").content.firstElementChild.cloneNode(true));
  const chatId = seat.group || seat.person;
  /** Whether the chat is being read, and whether it changed meanwhile. */
  let reading = false;
  let changed = false;
  /** Events wait for one another, because a message waits for the size of its picture. */
  let before = Promise.resolve();

  const me = () => world.person(seat.person);
  const say = (/** @type {string} */ text) => tried(api.sendText(seat, text));
  const tell = (/** @type {string} */ text) => toast(text, root);
  const unavailable = () => tell(words.unavailable);

  /** Does a call and says so when it failed. @param {Promise<any>} call @returns {Promise<boolean>} */
  async function tried(call) {
    try {
      await call;
      return true;
    } catch {
      tell(words.failed);
      return false;
    }
  }

  const attachments = createAttachments(root, () => seat, tried);
  const presses = createPresses(root, { seat: () => seat, tried, onUrl: openAddress, toast: tell });
  const taps = {
    onCommand: say,
    onLink: openAddress,
    onUrl: openAddress,
    onPress: presses.press,
    isWaiting: presses.isWaiting,
    onCopy: copy,
    onUnavailable: unavailable,
    onMore: openMessageMenu,
    onQuote: (/** @type {number} */ id) => conversation.reveal(id),
  };
  const named = Boolean(seat.group);
  const conversation = createConversation(root, { taps, now: world.now, person: () => seat.person, named });
  const composer = createComposer(root, {
    onText: (text, replyTo) => tried(api.sendText(seat, text, replyTo?.message_id)),
    onEdit: (message, text) => tried(api.editText(seat, message.message_id, text)),
    lastOwnText: conversation.lastOwnText,
    replyTaps: {
      onReply: say,
      onContact: attachments.shareOwnContact,
      onPlace: attachments.shareOwnPlace,
      onUnavailable: unavailable,
    },
  });
  const frame = createFrame(root, {
    bot: world.bot,
    me,
    group: () => (seat.group ? world.group(seat.group) : null),
    isEmpty: conversation.isEmpty,
    onStart: () => say("/start"),
    onBlocked: (blocked) => tried(api.setBlocked(seat, blocked)),
    onClose: () => world.onClose(chat),
    onSave: (opener) => offerToSave(opener, chat, { ...world, me, tell }),
    onWriteAs: openMembersMenu,
  });

  /** A link to the bot itself starts it with its payload; others open in a new tab. @param {string} address */
  function openAddress(address) {
    const url = URL.canParse(address) ? new URL(address) : null;
    const toBot = url?.hostname === "t.me" && url.pathname.toLowerCase() === `/${world.bot().username.toLowerCase()}`;
    if (toBot) void say(`/start ${url.searchParams.get("start") ?? ""}`.trim());
    else window.open(address, "_blank", "noopener,noreferrer");
  }

  /** @param {string} text */
  async function copy(text) {
    if (await tried(navigator.clipboard.writeText(text))) tell(words.copied);
  }

  /** @param {any} message @param {HTMLElement} opener */
  function openMessageMenu(message, opener) {
    const text = message.text ?? message.caption;
    const choices = [{ label: words.reply, act: () => composer.reply(message) }];
    if (text) choices.push({ label: words.copy, act: () => void copy(text) });
    const editable = conversation.isOwn(message) && message.text !== undefined && !message.forward_origin;
    if (editable) choices.push({ label: words.edit, act: () => composer.edit(message) });
    openMenu(opener, choices);
  }

  /** @param {HTMLElement} opener */
  function openMembersMenu(opener) {
    const members = world.group(seat.group).members.map((/** @type {any} */ member) => world.person(member.id));
    const choice = (/** @type {any} */ person) => ({ label: fullName(person), act: () => world.onWriteAs(chat, person.id) });
    openMenu(opener, members.filter(Boolean).map(choice));
  }

  /** Reads the whole chat, again if it changes meanwhile. */
  async function read() {
    changed = true;
    if (reading) return;
    reading = true;
    try {
      while (changed) {
        changed = false;
        const read = await api.readChat(seat);
        await Promise.all(read.messages.slice(-DRAWN).filter(isUnmeasured).map(measure));
        if (!changed) show(read);
      }
    } finally {
      reading = false;
    }
  }

  /** @param {any} read */
  function show(read) {
    conversation.show(read.messages);
    composer.setCommands(read.commands);
    composer.setKeyboard(read.keyboard, conversation.lastFromBot());
    frame.paint();
  }

  /** @param {any} event */
  function apply(event) {
    if (reading) changed = true;
    else if (event.type === "message" || event.type === "edit") {
      conversation.put(event.message);
      if (!conversation.isOwn(event.message)) {
        frame.showTyping(false);
        world.onHeard(chat, event.message);
      }
      frame.paint();
    } else if (event.type === "delete") {
      conversation.remove(event.message_id);
      frame.paint();
    } else if (event.type === "keyboard") composer.setKeyboard(event.keyboard, conversation.lastFromBot());
    else if (event.type === "chat_action") frame.showTyping(true);
    else if (event.type === "callback_answer") presses.answered(event);
  }

  const chat = {
    root,
    seat,
    chatId,
    read: () => tried(read()),
    tell,
    /** @param {any} event one of the world's events, in this chat */
    onEvent(event) {
      before = before.then(async () => {
        if (event.message && isUnmeasured(event.message)) await measure(event.message);
        apply(event);
      });
    },
    readCommands: () => tried(api.readChat(seat).then((read) => composer.setCommands(read.commands))),
    paint: frame.paint,
    settle: conversation.settle,
    messages: conversation.all,
    drawing: conversation.drawing,
    draft: composer.draft,
    restore: composer.restore,
    focus: () => (find(".composer", root).hidden ? find(".chat-more", root).focus() : composer.focus()),
    stop: conversation.stop,
  };
  return chat;
}
