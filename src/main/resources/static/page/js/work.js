import { button, el } from './dom.js';
import { Cancelled, Problem } from './api.js';
import { percent, time } from './numbers.js';

/**
 * How far a piece of work is, said by those who do it. Requests take it as part of their options: `onsent` follows the upload, and
 * whoever hears of the service's own progress calls `ondone`.
 *
 * @typedef {{signal: AbortSignal, onsent: (share: number) => void, ondone: (share: number, secondsLeft?: number) => void,
 *     say: (what: string) => void}} Progress shares are 0 to 1; `say` names what is being done now
 */

/**
 * What is going on: how far the picture has been sent, how far the work is or how long it takes, and a way to stop it. Says `again`
 * when a person wants another try.
 */
export class WorkNote extends HTMLElement {
  /** @type {AbortController|null} */
  controller = null;

  /**
   * Does something that takes a while. A second call stops the first.
   *
   * @template T
   * @param {string} what such as "Cleaning"
   * @param {(progress: Progress) => Promise<T>} work
   * @returns {Promise<T|undefined>} undefined where it was stopped, or failed and was said so here
   */
  async run(what, work) {
    this.controller?.abort();
    const controller = new AbortController();
    this.controller = controller;
    const running = new Running(what);
    this.replaceChildren(el('div', { class: 'working', role: 'status' }, el('span', { class: 'spinner', 'aria-hidden': 'true' }),
      running.element, button('Cancel', () => controller.abort())));
    const ticking = setInterval(() => running.draw(), 250);
    this.setAttribute('busy', '');
    try {
      const result = await work({ signal: controller.signal, onsent: (share) => running.set({ sent: share }),
        ondone: (share, secondsLeft) => running.set({ done: share, secondsLeft }), say: (words) => running.set({ what: words }) });
      if (this.controller === controller) this.replaceChildren();
      return result;
    } catch (problem) {
      if (this.controller === controller) this.say(problem);
      return undefined;
    } finally {
      clearInterval(ticking);
      if (this.controller === controller) {
        this.controller = null;
        this.removeAttribute('busy');
      }
    }
  }

  cancel() {
    this.controller?.abort();
  }

  /** @param {unknown} problem */
  say(problem) {
    const again = button('Try again', () => {
      this.replaceChildren();
      this.dispatchEvent(new Event('again'));
    });
    this.replaceChildren(problem instanceof Cancelled ? el('div', { class: 'working', role: 'status' }, 'Stopped.', again)
      : el('div', {}, problemNote(problem, () => this.replaceChildren()), again));
  }
}

/** What is known of a piece of work, in words and as a bar. */
class Running {
  state = { sent: 0, /** @type {number|undefined} */ done: undefined, /** @type {number|undefined} */ secondsLeft: undefined };
  began = performance.now();

  /** @param {string} what */
  constructor(what) {
    this.words = el('span', {}, what);
    this.bar = el('progress', { max: 1, hidden: true, 'aria-label': 'Share done' });
    this.element = el('div', { class: 'running' }, this.words, this.bar);
    this.set({ what });
  }

  set(changed) {
    Object.assign(this.state, changed);
    this.draw();
  }

  draw() {
    const { what, sent, done, secondsLeft } = this.state;
    const known = done ?? (sent > 0 && sent < 1 ? sent : undefined);
    this.bar.hidden = known === undefined;
    this.bar.value = known ?? 0;
    this.words.textContent = `${what}${done === undefined && sent > 0 && sent < 1 ? `: sending, ${percent(sent)}` : ''}${this.times(secondsLeft)}`;
  }

  times(secondsLeft) {
    if (secondsLeft !== undefined) return `, about ${time(1000 * secondsLeft)} left`;
    const seconds = Math.floor((performance.now() - this.began) / 1000);
    return seconds > 0 ? `, ${seconds} s…` : '…';
  }
}

/** @param {unknown} problem @param {() => void} [close] @param {string} [about] which picture it is about */
export function problemNote(problem, close, about) {
  const known = problem instanceof Problem ? problem
    : new Problem({ title: 'Something went wrong on this page', detail: String(problem?.message ?? problem) });
  const detail = known.detail ? `${known.detail[0].toUpperCase()}${known.detail.slice(1)}` : '';
  return el('div', { class: 'problem', role: 'alert' },
    el('strong', {}, about ? `${about}: ${known.title}` : known.title),
    detail && el('p', {}, /[.!?]$/.test(detail) ? detail : `${detail}.`),
    known.allowed && !detail.includes(known.allowed) && el('p', {}, `Allowed is ${known.allowed}.`),
    known.page && el('a', { href: known.page }, 'What this means'),
    close && button('Close', close, { class: 'quiet' }));
}

customElements.define('work-note', WorkNote);
