/** What customers answered to "would you recommend us": newest first, read only for accounts where it matters. */
import type { CaseAnswer } from '#shared/domain/contradictions/account-case.ts';
import { type EventPage, pageTime } from '../event-page.ts';
import { cellAt } from '../pack-column.ts';
import { keysOf } from '../page-store.ts';
import type { KizunaDatabase } from '../schema.ts';

/** Days back that rules look. */
const LOOK_BACK = 190;
const DAY = 86_400_000;

function* answersIn(page: EventPage): Generator<CaseAnswer & { readonly contact: string | undefined }> {
  const column = (name: string) => {
    const place = page.names.findIndex((each, i) => each === name && page.custom[i] !== 1);
    const packed = place === -1 ? undefined : page.columns[place];
    return (row: number): unknown => (packed === undefined ? undefined : cellAt(packed, row));
  };
  const [kind, score, comment, contact] = ['surveyKind', 'score', 'comment', 'contact'].map(column);
  for (let row = 0; row < page.count; row++) {
    const value = score?.(row);
    if ((kind?.(row) ?? 'nps') !== 'nps' || typeof value !== 'number') continue;
    const words = comment?.(row);
    const who = contact?.(row);
    yield {
      score: value,
      at: pageTime(page, row),
      contact: typeof who === 'string' ? who : undefined,
      ...(typeof words === 'string' && words.trim() !== '' ? { comment: words.trim() } : {}),
    };
  }
}

/** `whoIs` finds a contact's id by what the row calls them. */
export async function readAnswers(
  db: KizunaDatabase,
  account: string,
  now: number,
  whoIs: (text: string) => string | undefined,
): Promise<CaseAnswer[]> {
  const newestFrom = now - LOOK_BACK * DAY;
  const keys = await keysOf(db, { account, noun: 'survey', newestFrom });
  const answers: CaseAnswer[] = [];
  for (const page of await db.pages.bulkGet(keys)) {
    if (page === undefined) continue;
    for (const answer of answersIn(page)) {
      if (answer.at > now || answer.at < newestFrom) continue;
      const contact = answer.contact === undefined ? undefined : whoIs(answer.contact);
      answers.push({ ...answer, contact });
    }
  }
  return answers.sort((a, b) => b.at - a.at);
}
