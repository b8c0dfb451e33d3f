/**
 * Makes views keep their identity: what is built again and turns out equal is replaced by the object built before,
 * so that components can compare with `===`.
 */
export class Keeper {
  /** @type {Map<string, any>} */
  #kept = new Map();
  /** @type {WeakMap<object, { inputs: ReadonlyArray<unknown>, made: any }>} */
  #made = new WeakMap();

  /**
   * @template T
   * @param {string} key one per place
   * @param {T} next an object or array of values that are themselves kept
   * @returns {T}
   */
  keep(key, next) {
    const before = this.#kept.get(key);
    if (same(before, next)) return before;
    this.#kept.set(key, next);
    return next;
  }

  /**
   * What was made of an object, made again only if something else that it depends on changed.
   *
   * @template T
   * @param {object} source
   * @param {ReadonlyArray<unknown>} inputs
   * @param {() => T} make
   * @returns {T}
   */
  of(source, inputs, make) {
    const before = this.#made.get(source);
    if (before && same(before.inputs, inputs)) return before.made;
    const made = make();
    this.#made.set(source, { inputs, made });
    return made;
  }

  /** Forgets the places: they are gone. */
  clear() {
    this.#kept.clear();
  }
}

/** @param {any} a @param {any} b @returns {boolean} equal one level deep */
function same(a, b) {
  if (a === b) return true;
  if (!a || !b || typeof a !== 'object' || typeof b !== 'object' || Array.isArray(a) !== Array.isArray(b)) return false;
  const keys = Object.keys(b);
  return keys.length === Object.keys(a).length && keys.every(key => a[key] === b[key]);
}

/**
 * @template {ReadonlyArray<unknown>} A
 * @template T
 * @param {(...inputs: A) => T} compute
 * @returns {(...inputs: A) => T} computes again only if an input is another one than the last time
 */
export function memo(compute) {
  /** @type {A | undefined} */
  let last;
  /** @type {T} */
  let result;
  return (...inputs) => {
    if (!last || !same(last, inputs)) {
      result = compute(...inputs);
      last = inputs;
    }
    return result;
  };
}
