/** Seeded randomness: the same seed gives the same company on every machine. */

/** mulberry32: a small 32-bit generator; good enough to scatter data, not for secrets. */
export function mulberry32(seed) {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

function seedFrom(text) {
  let h = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) h = Math.imul(h ^ text.charCodeAt(i), 0x01000193);
  return h >>> 0;
}

/** One stream per account and subject, so that a change to one account leaves the others as they were. */
export function streamFor(seed, ...parts) {
  const next = mulberry32(seed ^ seedFrom(parts.join('/')));
  const int = (min, max) => min + Math.floor(next() * (max - min + 1));
  return {
    next,
    int,
    chance: (p) => next() < p,
    pick: (list) => list[Math.floor(next() * list.length)],
    /** Roughly normal around 0, between -1 and 1. */
    bell: () => (next() + next() + next()) / 1.5 - 1,
    shuffle: (list) => {
      const out = [...list];
      for (let i = out.length - 1; i > 0; i--) {
        const j = int(0, i);
        [out[i], out[j]] = [out[j], out[i]];
      }
      return out;
    },
  };
}

/** Draws without repeating until everything was drawn once: people do not write the same mail twice in a row. */
export function bag(random, list) {
  let rest = [];
  return () => {
    if (rest.length === 0) rest = random.shuffle(list);
    return rest.pop();
  };
}
