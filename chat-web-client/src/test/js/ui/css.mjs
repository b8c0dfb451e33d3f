import { readFileSync } from 'node:fs';

const css = name => readFileSync(new URL(`../../../main/resources/META-INF/resources/app/css/${name}`, import.meta.url), 'utf8');

export const base = css('base.css');

/** @param {string} selector @returns {Record<string, string>} its custom properties, from the first rule with exactly this selector */
export function properties(selector) {
  const start = base.indexOf(`\n  ${selector} {`);
  const rule = base.slice(base.indexOf('{', start) + 1, base.indexOf('}', start));
  return Object.fromEntries(Array.from(rule.matchAll(/(--[\w-]+):\s*([^;]+);/g), match => [match[1].slice(2), match[2].trim()]));
}

/** @typedef {[number, number, number]} Linear red, green, blue; linear light, 0 to 1 */

/** @param {string} hex `#RRGGBB` @returns {Linear} */
export function fromHex(hex) {
  const channel = at => {
    const value = parseInt(hex.slice(at, at + 2), 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  };
  return [channel(1), channel(3), channel(5)];
}

/** @param {number} l @param {number} a @param {number} b @returns {Linear} not yet inside the gamut */
function fromOklab(l, a, b) {
  const [long, medium, short] = [l + 0.3963377774 * a + 0.2158037573 * b, l - 0.1055613458 * a - 0.0638541728 * b, l - 0.0894841775 * a - 1.291485548 * b].map(x => x ** 3);
  return [
    4.0767416621 * long - 3.3077115913 * medium + 0.2309699292 * short,
    -1.2684380046 * long + 2.6097574011 * medium - 0.3413193965 * short,
    -0.0041960863 * long - 0.7034186147 * medium + 1.707614701 * short,
  ];
}

/** @param {Linear} color @returns {[number, number, number]} */
function toOklab([r, g, b]) {
  const [long, medium, short] = [
    0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b,
    0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b,
    0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b,
  ].map(Math.cbrt);
  return [
    0.2104542553 * long + 0.793617785 * medium - 0.0040720468 * short,
    1.9779984951 * long - 2.428592205 * medium + 0.4505937099 * short,
    0.0259040371 * long + 0.7827717662 * medium - 0.808675766 * short,
  ];
}

/** @param {Linear} color @returns {Linear} what a screen without more colours shows */
const clipped = color => /** @type {Linear} */ (color.map(value => Math.min(1, Math.max(0, value))));

/** @param {number} l @param {number} c @param {number} hue degrees @returns {Linear} */
export const fromOklch = (l, c, hue) => clipped(fromOklab(l, c * Math.cos((hue * Math.PI) / 180), c * Math.sin((hue * Math.PI) / 180)));

/** `color-mix(in oklab, one share, other)`. @param {Linear} one @param {number} share @param {Linear} other @returns {Linear} */
export function mix(one, share, other) {
  const [a, b] = [toOklab(one), toOklab(other)];
  const [l, x, y] = a.map((value, index) => value * share + b[index] * (1 - share));
  return clipped(fromOklab(l, x, y));
}

/** @param {Linear} color */
const luminance = ([r, g, b]) => 0.2126 * r + 0.7152 * g + 0.0722 * b;

/** @param {Linear} one @param {Linear} other @returns {number} 1 to 21 */
export function contrast(one, other) {
  const [dark, light] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
}
