/** What was shown as Saved, kept outside of everything that is killed, and whether a restart shows it: each exactly once. */

export function createLedger() {
  const subjects = new Set();
  let owner = { round: -1, step: -1 };
  let draft = '';

  return {
    note(entry) {
      if (entry.type === 'activity') subjects.add(entry.subject);
      else if (entry.type === 'draft') draft = entry.body.length > draft.length ? entry.body : draft;
      else owner = parse(entry.value);
    },

    get size() {
      return subjects.size;
    },

    /** Everything that is wrong, in words. */
    check(seen) {
      const wrong = [];
      const counted = new Map();
      for (const subject of seen.subjects) counted.set(subject, (counted.get(subject) ?? 0) + 1);
      for (const subject of subjects) {
        if (!counted.has(subject)) wrong.push(`lost: activity ${subject} was saved`);
      }
      for (const [subject, count] of counted) {
        if (count > 1) wrong.push(`doubled: activity ${subject} is there ${count} times`);
      }
      if (owner.round >= 0 && isBefore(parse(seen.owner ?? ''), owner)) {
        wrong.push(`lost: owner ${owner.round}.${owner.step} was saved, ${seen.owner} is there`);
      }
      const body = seen.draft ?? '';
      if (!body.startsWith(draft)) {
        wrong.push(`lost: ${draft.length} characters of the draft were saved, ${body.length} are there`);
      }
      const words = body.split(' 絆 ').filter((word) => word !== '');
      const twice = words.filter((word, i) => words.indexOf(word) !== i);
      if (twice.length > 0) wrong.push(`doubled in the draft: ${twice.join(', ')}`);
      if (seen.doubled.length > 0) wrong.push(`doubled in the journal: ${seen.doubled.join(', ')}`);
      return wrong;
    },

    /** What came through although nobody was told is saved from now on. */
    accept(seen) {
      for (const subject of seen.subjects) subjects.add(subject);
      if (seen.owner !== undefined) owner = parse(seen.owner);
      draft = seen.draft ?? '';
    },
  };
}

function parse(value) {
  const [round, step] = value.split('.').map(Number);
  return { round: round || 0, step: step || 0 };
}

function isBefore(a, b) {
  return a.round < b.round || (a.round === b.round && a.step < b.step);
}
