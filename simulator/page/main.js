// @ts-check
/** Owns the page as a whole: which person is on screen, and what every event and every tap leads to. */
import * as api from "./api.js";
import { createAttachments } from "./attachments.js";
import { createClock } from "./clock.js";
import { createComposer } from "./composer.js";
import { announce, createConversation } from "./conversation.js";
import { fullMoment } from "./dates.js";
import { openMenu, toast } from "./dialogs.js";
import { find } from "./elements.js";
import { createFrame } from "./frame.js";
import { createPeople } from "./people.js";
import { createPresses } from "./presses.js";
import { words } from "./words.js";

/** @type {any} */
let bot = { id: 0, first_name: "", username: "", description: "", short_description: "" };
/** Who is on screen; 0 before anybody is. */
let person = 0;
/** Whether the chat on screen is being read, and whether it changed meanwhile. */
let reading = false;
let changed = false;

/** Does a call and says so when it failed. @param {Promise<any>} call @returns {Promise<boolean>} */
async function tried(call) {
  try {
    await call;
    return true;
  } catch {
    toast(words.failed);
    return false;
  }
}

const say = (/** @type {string} */ text) => tried(api.sendText(person, text));
const unavailable = () => toast(words.unavailable);
const attachments = createAttachments(() => person, tried);
const presses = createPresses({ person: () => person, tried, onUrl: openAddress });
const clock = createClock({
  onAdvance: async (seconds) => (await tried(api.advanceClock(seconds))) && toast(words.moved(fullMoment(clock.now()))),
  onNewDay: () => conversation.settle(),
});
const conversation = createConversation(
  {
    onCommand: say,
    onLink: openAddress,
    onUrl: openAddress,
    onPress: presses.press,
    onCopy: copy,
    onUnavailable: unavailable,
    onMore: openMessageMenu,
    onResized: () => conversation.resized(),
  },
  clock.now,
);
const composer = createComposer({
  onText: (text, replyTo) => tried(api.sendText(person, text, replyTo?.message_id)),
  onEdit: (message, text) => tried(api.editText(person, message.message_id, text)),
  lastOwnText: conversation.lastOwnText,
  replyTaps: {
    onReply: say,
    onContact: attachments.shareOwnContact,
    onPlace: attachments.shareOwnPlace,
    onUnavailable: unavailable,
  },
});
const people = createPeople({
  onChoose: (id) => void choose(id),
  onNewcomer: async (facts) => {
    const call = api.addPerson(facts);
    if (!(await tried(call))) return;
    people.put(await call);
    await choose((await call).id);
  },
});
const frame = createFrame({
  bot: () => bot,
  me: () => people.get(person),
  isEmpty: conversation.isEmpty,
  onStart: () => say("/start"),
  onBlocked: (blocked) => tried(api.setBlocked(person, blocked)),
});

/** A link to the bot itself starts it with its payload; others open in a new tab. @param {string} address */
function openAddress(address) {
  const url = URL.canParse(address) ? new URL(address) : null;
  const toBot = url?.hostname === "t.me" && url.pathname.toLowerCase() === `/${bot.username.toLowerCase()}`;
  if (toBot) void say(`/start ${url.searchParams.get("start") ?? ""}`.trim());
  else window.open(address, "_blank", "noopener,noreferrer");
}

/** @param {string} text */
async function copy(text) {
  if (await tried(navigator.clipboard.writeText(text))) toast(words.copied);
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

/** Puts somebody on screen. @param {number} id */
async function choose(id) {
  person = id;
  people.choose(id);
  const address = new URL(location.href);
  address.searchParams.set("persona", String(id));
  history.replaceState(null, "", address);
  composer.clear();
  frame.showTyping(false);
  await readChat();
}

/** Reads the whole chat, again if it changes meanwhile. */
async function readChat() {
  changed = true;
  if (reading || !person) return;
  reading = true;
  try {
    while (changed) {
      changed = false;
      const read = person;
      const chat = await api.readChat(read);
      if (read !== person) changed = true;
      else if (!changed) showChat(chat);
    }
  } finally {
    reading = false;
  }
}

async function readCommands() {
  if (person) composer.setCommands((await api.readChat(person)).commands);
}

/** @param {any} chat */
function showChat(chat) {
  conversation.show(person, chat.messages);
  composer.setCommands(chat.commands);
  composer.setKeyboard(chat.keyboard, conversation.lastFromBot());
  frame.paint();
}

/** Reads everything anew and keeps whoever is on screen. */
async function readState() {
  const state = await api.readState();
  bot = state.bot;
  clock.set(state.now);
  people.setAll(state.people);
  if (person) return readChat();
  const asked = Number(new URL(location.href).searchParams.get("persona"));
  const id = people.get(asked) ? asked : people.first();
  if (id) await choose(id);
  frame.paint();
}

/** @param {any} event one of the world's events, in the chat on screen */
function onChatEvent(event) {
  if (reading) changed = true;
  else if (event.type === "message" || event.type === "edit") {
    conversation.put(event.message);
    if (conversation.isOwn(event.message)) frame.paint();
    else {
      frame.showTyping(false);
      announce(bot.first_name, event.message);
    }
  } else if (event.type === "delete") {
    conversation.remove(event.message_id);
    frame.paint();
  } else if (event.type === "keyboard") composer.setKeyboard(event.keyboard, conversation.lastFromBot());
  else if (event.type === "chat_action") frame.showTyping(true);
}

/** @param {any} event */
function onEvent(event) {
  if (event.type === "clock") clock.set(event.now);
  else if (event.type === "callback_answer") presses.answered(event);
  else if (event.type === "commands") void tried(readCommands());
  else if (event.type === "profile") void tried(readState());
  else if (event.type === "person") {
    people.put(event.person);
    frame.paint();
  } else if (event.chat_id === person) onChatEvent(event);
  else if (event.type === "message" && event.message.from?.is_bot) people.countUnread(event.chat_id);
}

api.follow({
  // Also after a lost connection: whatever happened meanwhile is read anew.
  onOpen: () => {
    find(".offline").hidden = true;
    void tried(readState());
  },
  onEvent,
  onLost: () => {
    find(".offline").textContent = words.offline;
    find(".offline").hidden = false;
  },
});
