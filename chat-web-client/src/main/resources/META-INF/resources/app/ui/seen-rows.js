const STEPS = [0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1];

/** Tells which rows can be read: at least half of the row, or half of the view, is its own. */
export class SeenRows {
  /** @type {(seq: number, visible: boolean) => void} */
  #tell;
  /** @type {HTMLElement | null} */
  #view = null;
  /** @type {IntersectionObserver | null} */
  #observer = null;
  /** @type {Map<Element, { seq: number, visible: boolean }>} */
  #rows = new Map();

  /** @param {(seq: number, visible: boolean) => void} tell */
  constructor(tell) {
    this.#tell = tell;
  }

  /** @param {HTMLElement} view the scrolling element */
  start(view) {
    this.#view = view;
    this.#observer = new IntersectionObserver(entries => entries.forEach(entry => this.#changed(entry)), { root: view, threshold: STEPS });
  }

  stop() {
    this.#observer?.disconnect();
    this.#rows.forEach(row => row.visible && this.#tell(row.seq, false));
    this.#rows.clear();
  }

  /** After rows came or went. */
  update() {
    const now = new Map([...(this.#view?.querySelectorAll('.message[data-seq]') ?? [])].map(row => [row, Number(/** @type {HTMLElement} */ (row).dataset.seq)]));
    for (const [element, row] of this.#rows) {
      if (now.get(element) !== row.seq) {
        this.#observer?.unobserve(element);
        this.#rows.delete(element);
        if (row.visible) {
          this.#tell(row.seq, false);
        }
      }
    }
    for (const [element, seq] of now) {
      if (!this.#rows.has(element)) {
        this.#rows.set(element, { seq, visible: false });
        this.#observer?.observe(element);
      }
    }
  }

  /** @param {IntersectionObserverEntry} entry */
  #changed(entry) {
    const row = this.#rows.get(entry.target);
    const view = entry.rootBounds?.height ?? this.#view?.clientHeight ?? 0;
    const visible = entry.isIntersecting && (entry.intersectionRatio >= 0.5 || entry.intersectionRect.height >= view / 2);
    if (row && row.visible !== visible) {
      row.visible = visible;
      this.#tell(row.seq, visible);
    }
  }
}
