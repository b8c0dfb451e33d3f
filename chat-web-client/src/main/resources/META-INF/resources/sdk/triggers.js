const TICK_MS = 10_000;
const TICK_HIDDEN_MS = 60_000; // browsers let the timers of hidden pages run once a minute
const JUMP_MS = 30_000;
const ROUND_MS = 300_000;

/**
 * Says when it is worth looking whether anything was missed: the network or the page came back, the clock jumped because the machine
 * slept, or five minutes (give or take a fifth) have passed.
 *
 * @param {import('./platform.js').Platform} platform
 * @param {{ onWake: (missed: boolean) => void, onHide: () => void, onLeave: () => void }} handlers `missed`: events may have been
 * @returns {() => void} stops
 */
export function startTriggers(platform, { onWake, onHide, onLeave }) {
  const round = () => platform.now() + ROUND_MS * (0.8 + 0.4 * platform.random());
  let last = platform.now();
  let due = round();
  /** @type {any} */
  let timer;

  const tick = () => {
    const now = platform.now();
    const jumped = now - last > JUMP_MS + (platform.hidden() ? TICK_HIDDEN_MS : TICK_MS);
    last = now;
    if (jumped || now >= due) {
      due = round();
      onWake(true);
    }
    timer = platform.setTimeout(tick, TICK_MS);
  };
  timer = platform.setTimeout(tick, TICK_MS);

  const offs = [
    platform.listen('online', () => onWake(true)),
    platform.listen('offline', () => onWake(false)),
    platform.listen('pageshow', () => onWake(true)),
    platform.listen('visibilitychange', () => (platform.hidden() ? onHide() : onWake(false))),
    platform.listen('pagehide', onLeave),
  ];
  return () => {
    platform.clearTimeout(timer);
    offs.forEach(off => off());
  };
}
