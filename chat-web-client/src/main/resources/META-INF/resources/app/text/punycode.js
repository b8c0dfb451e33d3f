/** The Bootstring encoder with the parameters of RFC 3492 section 5, and the host names made with it. */

const BASE = 36;
const T_MIN = 1;
const T_MAX = 26;
const SKEW = 38;
const DAMP = 700;
const INITIAL_BIAS = 72;
const INITIAL_N = 128;

/** @param {number} digit 0 to 35, written a to z, then 0 to 9 */
const digitOf = digit => String.fromCharCode(digit < 26 ? digit + 97 : digit + 22);

/** RFC 3492 section 6.1 @param {number} delta @param {number} points @param {boolean} first */
function adapt(delta, points, first) {
  let rest = first ? Math.floor(delta / DAMP) : delta >> 1;
  rest += Math.floor(rest / points);
  let k = 0;
  for (; rest > ((BASE - T_MIN) * T_MAX) >> 1; k += BASE) {
    rest = Math.floor(rest / (BASE - T_MIN));
  }
  return k + Math.floor(((BASE - T_MIN + 1) * rest) / (rest + SKEW));
}

/** A generalised variable-length integer, section 6.3 @param {number} value @param {number} bias */
function variableLength(value, bias) {
  let out = '';
  let rest = value;
  for (let k = BASE; ; k += BASE) {
    const threshold = Math.min(Math.max(k - bias, T_MIN), T_MAX);
    if (rest < threshold) return out + digitOf(rest);
    out += digitOf(threshold + ((rest - threshold) % (BASE - threshold)));
    rest = Math.floor((rest - threshold) / (BASE - threshold));
  }
}

/**
 * @param {string} label one label of a host name
 * @returns {string} its Punycode without the `xn--` prefix
 */
export function punycode(label) {
  const points = Array.from(label, char => /** @type {number} */ (char.codePointAt(0)));
  const basic = points.filter(point => point < INITIAL_N);
  let out = String.fromCharCode(...basic) + (basic.length > 0 ? '-' : '');
  let n = INITIAL_N;
  let delta = 0;
  let bias = INITIAL_BIAS;
  for (let done = basic.length; done < points.length;) {
    const next = Math.min(...points.filter(point => point >= n));
    delta += (next - n) * (done + 1);
    n = next;
    for (const point of points) {
      if (point < n) delta++;
      if (point !== n) continue;
      out += variableLength(delta, bias);
      bias = adapt(delta, done + 1, done === basic.length);
      delta = 0;
      done++;
    }
    delta++;
    n++;
  }
  return out;
}

/**
 * @param {string} host
 * @returns {string} the host as it goes over the network, each label beyond ASCII in Punycode
 */
export function asciiHost(host) {
  return host
    .normalize('NFKC')
    .toLowerCase()
    .split('.')
    .map(label => (/^[\x00-\x7f]*$/.test(label) ? label : 'xn--' + punycode(label)))
    .join('.');
}
