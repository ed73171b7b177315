const LARGEST = 32;

/**
 * How a picture lies in its frame: scale and place, and the gestures that move it. Wheel and two fingers zoom, dragging moves.
 * What one pointer does is for whoever shows the picture to decide.
 */
export class Viewport {
  scale = 1;
  x = 0;
  y = 0;
  fitted = true;

  /**
   * @param {HTMLElement} frame
   * @param {() => void} moved called after each change
   */
  constructor(frame, moved) {
    this.frame = frame;
    this.moved = moved;
    this.width = 1;
    this.height = 1;
    this.observer = new ResizeObserver(() => (this.fitted ? this.fit() : this.settle()));
    this.observer.observe(frame);
  }

  /** @param {number} width @param {number} height of the picture */
  of(width, height) {
    this.width = width;
    this.height = height;
    this.frame.style.setProperty('--ratio', String(width / height));
    this.fit();
  }

  /** The scale at which the whole picture is seen; small pictures are enlarged by whole numbers. */
  get whole() {
    const { clientWidth, clientHeight } = this.frame;
    const scale = Math.min(clientWidth / this.width, clientHeight / this.height) || 1;
    return scale > 1 ? Math.min(8, scale) : scale;
  }

  fit() {
    this.fitted = true;
    this.scale = this.whole;
    this.settle();
  }

  /** One pixel of the picture is one of the screen. */
  actual() {
    const { clientWidth, clientHeight } = this.frame;
    this.zoom(1 / devicePixelRatio / this.scale, clientWidth / 2, clientHeight / 2);
  }

  /** @param {number} factor @param {number} x @param {number} y of the frame, the point that stays */
  zoom(factor, x = this.frame.clientWidth / 2, y = this.frame.clientHeight / 2) {
    const to = Math.max(Math.min(this.whole, 1), Math.min(LARGEST, this.scale * factor));
    this.x = x - ((x - this.x) * to) / this.scale;
    this.y = y - ((y - this.y) * to) / this.scale;
    this.scale = to;
    this.fitted = Math.abs(to - this.whole) < 1e-6;
    this.settle();
  }

  /** @param {number} dx @param {number} dy in CSS pixels */
  pan(dx, dy) {
    this.x += dx;
    this.y += dy;
    this.settle();
  }

  /** The picture never leaves its frame: it is centred where it is smaller. */
  settle() {
    const { clientWidth, clientHeight } = this.frame;
    const within = (at, size, room) => (size <= room ? (room - size) / 2 : Math.min(0, Math.max(room - size, at)));
    this.x = within(this.x, this.width * this.scale, clientWidth);
    this.y = within(this.y, this.height * this.scale, clientHeight);
    this.moved();
  }

  /** @param {HTMLElement} plane laid out at the picture's size */
  place(plane) {
    plane.style.width = `${this.width}px`;
    plane.style.height = `${this.height}px`;
    plane.style.transform = `translate(${this.x}px, ${this.y}px) scale(${this.scale})`;
    plane.style.setProperty('--pixel', `${1 / this.scale}px`); // of the screen, for lines over the picture
    plane.classList.toggle('pixelated', this.scale * devicePixelRatio >= 3);
  }

  /** @param {{clientX: number, clientY: number}} event @returns {{x: number, y: number}} in pixels of the picture */
  pixel({ clientX, clientY }) {
    const box = this.frame.getBoundingClientRect();
    return { x: (clientX - box.left - this.x) / this.scale, y: (clientY - box.top - this.y) / this.scale };
  }

  /** In words, such as 50 %. */
  get words() {
    return `${Math.round(this.scale * devicePixelRatio * 100)} %`;
  }
}

/**
 * Takes pointers apart: one is handed on, two of them zoom and move the view together.
 *
 * @param {HTMLElement} frame
 * @param {Viewport} view
 * @param {{start: (event: PointerEvent) => boolean|void, move?: (event: PointerEvent) => void, end?: (event: PointerEvent) => void,
 *     cancel?: () => void}} one where start gives false, the pointer moves the picture
 */
export function gestures(frame, view, one) {
  /** @type {Map<number, PointerEvent>} */
  const down = new Map();
  let panning = false;
  frame.addEventListener('pointerdown', (event) => {
    if (event.target.closest('button, input, a, select')) return;
    down.set(event.pointerId, event);
    capture(frame, event.pointerId);
    if (down.size === 1) {
      panning = event.button === 1 || one.start(event) === false;
    } else {
      one.cancel?.();
    }
  });
  frame.addEventListener('pointermove', (event) => {
    const before = down.get(event.pointerId);
    if (!before) return;
    if (down.size === 2) {
      const other = [...down.values()].find((pointer) => pointer.pointerId !== event.pointerId);
      pinch(view, frame, before, event, other);
    } else if (panning) {
      view.pan(event.clientX - before.clientX, event.clientY - before.clientY);
    } else {
      one.move?.(event);
    }
    down.set(event.pointerId, event);
  });
  const up = (event) => {
    if (!down.delete(event.pointerId)) return;
    if (down.size === 0 && !panning) one.end?.(event);
    panning = down.size > 0; // the finger that stays moves the picture
  };
  frame.addEventListener('pointerup', up);
  frame.addEventListener('pointercancel', up);
}

function capture(frame, pointer) {
  try {
    frame.setPointerCapture(pointer);
  } catch { // the pointer is gone already
  }
}

function pinch(view, frame, before, now, other) {
  const distance = (a, b) => Math.hypot(a.clientX - b.clientX, a.clientY - b.clientY) || 1;
  const box = frame.getBoundingClientRect();
  const x = (now.clientX + other.clientX) / 2 - box.left;
  const y = (now.clientY + other.clientY) / 2 - box.top;
  view.pan((now.clientX - before.clientX) / 2, (now.clientY - before.clientY) / 2);
  view.zoom(distance(now, other) / distance(before, other), x, y);
}

/** Zooms by the wheel. @param {HTMLElement} frame @param {Viewport} view @param {(event: WheelEvent) => boolean} [wanted] */
export function wheelZoom(frame, view, wanted = () => true) {
  frame.addEventListener('wheel', (event) => {
    if (!wanted(event)) return;
    event.preventDefault();
    const box = frame.getBoundingClientRect();
    view.zoom(Math.exp(-event.deltaY * (event.ctrlKey ? 0.01 : 0.002)), event.clientX - box.left, event.clientY - box.top);
  }, { passive: false });
}
