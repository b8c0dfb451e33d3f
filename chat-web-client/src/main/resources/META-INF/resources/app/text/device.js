/** The first that fits: browsers name their ancestors, too. @type {ReadonlyArray<[RegExp, string]>} */
const BROWSERS = [
  [/\bEdgA?\//, 'Edge'],
  [/\b(?:OPR|Opera)\//, 'Opera'],
  [/\bSamsungBrowser\//, 'Samsung Internet'],
  [/\b(?:Firefox|FxiOS)\//, 'Firefox'],
  [/\b(?:Chrome|Chromium|CriOS|HeadlessChrome)\//, 'Chrome'],
  [/\bSafari\//, 'Safari'],
];

/** @type {ReadonlyArray<[RegExp, string]>} */
const SYSTEMS = [
  [/\biPhone\b/, 'iPhone'],
  [/\biPad\b/, 'iPad'],
  [/\bAndroid\b/, 'Android'],
  [/\bCrOS\b/, 'ChromeOS'],
  [/\bWindows\b/, 'Windows'],
  [/\bMac OS X\b/, 'Mac'],
  [/\bLinux\b/, 'Linux'],
];

/** @param {string} agent @param {ReadonlyArray<[RegExp, string]>} names */
const named = (agent, names) => names.find(([pattern]) => pattern.test(agent))?.[1];

/**
 * @param {string} agent what a browser calls itself
 * @returns {string} what a person calls it, for the list of devices: "Firefox on Linux"
 */
export function deviceName(agent) {
  return [named(agent, BROWSERS) ?? 'Browser', named(agent, SYSTEMS)].filter(part => part !== undefined).join(' on ');
}
