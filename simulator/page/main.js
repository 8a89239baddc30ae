// @ts-check
/** Owns the page as a whole: it reads the world, puts chats on screen, and hands every event to whom it concerns. */
import * as api from "./api.js";
import { createChat } from "./chat.js";
import { createClock } from "./clock.js";
import { createColumns, seatsInAddress } from "./columns.js";
import { fullMoment } from "./dates.js";
import { find, fullName } from "./elements.js";
import { hear } from "./heard.js";
import { createPeople } from "./people.js";
import { words } from "./words.js";

/** @type {any} */
let bot = { id: 0, first_name: "", username: "", description: "", short_description: "" };

/** Does a call and says so in the chat in use when it failed. @param {Promise<any>} call @returns {Promise<boolean>} */
async function tried(call) {
  try {
    await call;
    return true;
  } catch {
    columns.active()?.tell(words.failed);
    return false;
  }
}

const clock = createClock({
  onAdvance: async (seconds) => {
    if (await tried(api.advanceClock(seconds))) columns.active()?.tell(words.moved(fullMoment(clock.now())));
  },
  onNewDay: () => columns.all().forEach((chat) => chat.settle()),
});

const people = createPeople({
  onChoose: (seat) => columns.open(seat),
  onBeside: (seat) => columns.beside(seat),
  onNewcomer: async (facts) => {
    const call = api.addPerson(facts);
    if (!(await tried(call))) return;
    people.put(await call);
    columns.open({ person: (await call).id, group: 0 });
  },
  screen: () => ({ active: columns.active()?.seat ?? null, isOpen: columns.isOpen, isFull: columns.isFull() }),
});

/** @type {import("./chat.js").World} */
const world = {
  bot: () => bot,
  person: people.get,
  group: people.group,
  now: clock.now,
  onHeard: (chat, message) => {
    const several = columns.all().length > 1;
    if (columns.isShown(chat)) hear(several ? people.get(chat.seat.person).first_name : "", message);
  },
  onClose: (chat) => columns.close(chat),
  onWriteAs: (chat, person) => columns.open({ ...chat.seat, person }, chat),
};

const columns = createColumns({ make: (seat) => createChat(seat, world), onChanged: paint });

function paint() {
  const active = columns.active();
  people.markRead(columns.all().filter(columns.isShown).map((chat) => chat.chatId));
  for (const chat of columns.all()) chat.paint();
  const person = active ? people.get(active.seat.person) : null;
  document.title = person ? words.title(bot.first_name, fullName(person)) : bot.first_name;
}

/** Reads everything anew and keeps whoever is on screen. */
async function readState() {
  const state = await api.readState();
  bot = state.bot;
  clock.set(state.now);
  people.setAll(state.people, state.groups);
  if (columns.active()) {
    paint();
    await Promise.all(columns.all().map((chat) => chat.read()));
    return;
  }
  const isThere = (/** @type {api.Seat} */ { person, group }) => people.get(person) && (!group || people.group(group));
  const asked = seatsInAddress().filter(isThere);
  const [first = { person: people.first(), group: 0 }, ...others] = asked;
  if (first.person) columns.open(first);
  for (const seat of others) columns.beside(seat, false);
  if (others.length > 0) columns.open(first);
}

/** @param {any} event */
function onEvent(event) {
  if (event.type === "clock") return clock.set(event.now);
  if (event.type === "commands") return columns.all().forEach((chat) => void chat.readCommands());
  if (event.type === "profile") return void tried(readState());
  if (event.type === "person") {
    people.put(event.person);
    return columns.all().forEach((chat) => chat.paint());
  }
  // A group that was opened after this page.
  if (!people.get(event.chat_id) && !people.group(event.chat_id)) return void tried(readState());
  const concerned = columns.all().filter((chat) => chat.chatId === event.chat_id);
  for (const chat of concerned) chat.onEvent(event);
  const isNews = event.type === "message" && (event.message.from?.is_bot || event.chat_id < 0);
  if (isNews && !concerned.some(columns.isShown)) people.countUnread(event.chat_id);
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
