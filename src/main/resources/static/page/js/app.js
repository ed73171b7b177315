import { onKeyNeeded } from './api.js';
import { CleanTask } from './clean.js';
import { el } from './dom.js';
import { askForKey } from './key.js';
import { Workspace } from './pictures.js';
import { PictureSource, takeDropsAndPastes } from './source.js';
import { PictureStrip } from './strip.js';
import { problemNote } from './work.js';

/** The tasks by their address; all but the first come when they are asked for. @type {Record<string, () => Promise<any>>} */
const TASKS = {
  clean: async () => CleanTask,
  fill: async () => (await import('./fill.js')).FillTask,
  inspect: async () => (await import('./inspect.js')).InspectTask,
  inside: async () => (await import('./inside.js')).InsideTask,
};

const workspace = new Workspace();
const main = document.querySelector('main');
const source = new PictureSource();
const strip = new PictureStrip();
const messages = el('div', { class: 'messages' });
/** @type {Map<string, HTMLElement>} */
const made = new Map();

const current = () => (location.hash.slice(1) in TASKS ? location.hash.slice(1) : 'clean');

/** The task of the address, made at its first visit. */
async function task(name) {
  const Task = await TASKS[name]();
  if (!made.has(name)) {
    const element = new Task();
    element.className = 'task';
    made.set(name, element);
    element.connect(workspace);
    if (!Task.always) element.prepend(el('h1', { class: 'unseen' }, Task.welcome.title)); // the picture needs the room
  }
  return made.get(name);
}

async function show() {
  const name = current();
  for (const link of document.querySelectorAll('.tasks a')) {
    if (link.hash === `#${name}`) link.setAttribute('aria-current', 'page');
    else link.removeAttribute('aria-current');
  }
  const element = await task(name);
  if (name !== current()) return;
  const { welcome, always } = element.constructor;
  document.title = `${welcome.title} · unveil`;
  const empty = workspace.selected === null && !always;
  if (empty) source.show(welcome, workspace);
  const parts = empty ? [messages, source] : [messages, element];
  if (parts.some((part, i) => main.children[i] !== part) || main.children.length !== parts.length) main.replaceChildren(...parts);
  if (!empty) {
    strip.examples = welcome.examples;
    const place = element.querySelector('.stage') ?? element;
    if (strip.parentElement !== place) place.append(strip);
    element.show();
    strip.draw();
  }
}

workspace.addEventListener('select', show);
workspace.addEventListener('change', show);
workspace.addEventListener('problem', ({ detail: { problem, name } }) => {
  const note = problemNote(problem, () => note.remove(), name);
  messages.replaceChildren(note);
});
workspace.addEventListener('reading', ({ detail }) => {
  document.body.toggleAttribute('aria-busy', detail > 0);
  if (detail > 0) messages.replaceChildren();
});
addEventListener('hashchange', show);
onKeyNeeded(askForKey);
takeDropsAndPastes(workspace);
strip.connect(workspace, current);
await show();
