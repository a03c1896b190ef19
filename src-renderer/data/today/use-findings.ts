/** What the rules found, for screens: worked out while somebody looks, and kept for the next look. */
import { useEffect, useState, useSyncExternalStore } from 'react';
import { systemClock } from '#shared/base/clock.ts';
import { type AppData, useData } from '../data-context.ts';
import { type Findings, type FollowedFindings, followFindings } from './findings.ts';

const LOADING: Findings = {
  state: 'loading',
  alerts: [],
  contradictions: [],
  cases: new Map(),
  rules: [],
  scoring: false,
  today: '',
};

const kept = new WeakMap<AppData, Promise<FollowedFindings>>();
const watchers = new WeakMap<FollowedFindings, number>();

function findingsOf(data: AppData): Promise<FollowedFindings> {
  const known = kept.get(data);
  if (known !== undefined) return known;
  const { db, book, store } = data;
  const made = data.health
    .start()
    .then((health) =>
      followFindings({ db, book, health, now: systemClock.now, onFailure: store.noteFailure }),
    );
  kept.set(data, made);
  made.catch(() => kept.delete(data));
  return made;
}

function watch(findings: FollowedFindings, step: 1 | -1): void {
  const count = (watchers.get(findings) ?? 0) + step;
  watchers.set(findings, count);
  findings.setWatched(count > 0);
}

const NOTHING = () => () => undefined;

export interface LiveFindings extends Findings {
  readonly retry: () => void;
}

export function useFindings(): LiveFindings {
  const data = useData();
  const [followed, setFollowed] = useState<FollowedFindings>();
  const [failure, setFailure] = useState<unknown>();
  useEffect(() => {
    let mine: FollowedFindings | undefined;
    let gone = false;
    findingsOf(data).then((findings) => {
      if (gone) return;
      mine = findings;
      watch(findings, 1);
      setFollowed(findings);
    }, setFailure);
    return () => {
      gone = true;
      if (mine !== undefined) watch(mine, -1);
    };
  }, [data]);
  const now = useSyncExternalStore(followed?.subscribe ?? NOTHING, () => followed?.get() ?? LOADING);
  const retry = () => followed?.retry();
  return failure === undefined ? { ...now, retry } : { ...now, state: 'failed', error: failure, retry };
}
