import { describe, expect, it } from 'vitest';
import { isTouch } from '../../model/activity.ts';
import {
  type EntryFacts,
  fits,
  isFiltered,
  monthsFor,
  NO_FILTER,
  parseFilter,
  placesFor,
  type TimelineFilter,
  termsOf,
  WRITTEN_HERE,
  withFilter,
} from './filter.ts';

const HOUR = 3_600_000;
/** A reader nine hours ahead of UTC. */
const tokyo = (day: string) => Date.parse(`${day}T00:00:00Z`) - 9 * HOUR;

function facts(change: Partial<EntryFacts> = {}): EntryFacts {
  return {
    kind: 'call',
    at: Date.parse('2026-11-12T03:00:00Z'),
    source: 'crm',
    people: () => ['田中 健'],
    sentiment: () => 4,
    ...change,
  };
}

function shows(filter: TimelineFilter, change: Partial<EntryFacts> = {}): boolean {
  return fits(facts(change), termsOf(filter, isTouch, tokyo));
}

describe('the filter of a timeline', () => {
  it('asks each condition, and all of them together', () => {
    expect(shows(NO_FILTER)).toBe(true);
    expect(shows({ kinds: ['call', 'email'] })).toBe(true);
    expect(shows({ kinds: ['email'] })).toBe(false);
    expect(shows({ touch: 'touch' })).toBe(true);
    expect(shows({ touch: 'other' })).toBe(false);
    expect(shows({ source: 'crm' })).toBe(true);
    expect(shows({ source: WRITTEN_HERE })).toBe(false);
    expect(shows({ sentiment: [4, 5] })).toBe(true);
    expect(shows({ sentiment: [1] })).toBe(false);
    expect(shows({ sentiment: [4] }, { sentiment: () => undefined })).toBe(false);
    expect(shows({ kinds: ['call'], person: '田中健', source: 'crm', sentiment: [4] })).toBe(true);
  });

  it('finds a person whatever the width, the case and the spaces', () => {
    expect(shows({ person: 'mori haruka' }, { people: () => ['Ｍｏｒｉ　Haruka'] })).toBe(true);
    expect(shows({ person: 'Mori' }, { people: () => ['Mori Haruka'] })).toBe(false);
  });

  it('takes a day by the clock of the reader, and a date without a time as it is', () => {
    const day = { from: '2026-11-12', to: '2026-11-12' };
    expect(shows(day, { at: Date.parse('2026-11-12T14:59:59Z') })).toBe(true);
    expect(shows(day, { at: Date.parse('2026-11-12T15:00:01Z') })).toBe(false);
    expect(shows(day, { at: Date.parse('2026-11-11T15:00:01Z') })).toBe(true);
    expect(shows(day, { at: Date.parse('2026-11-12T00:00:00Z') })).toBe(true);
    expect(shows(day, { at: Date.parse('2026-11-13T00:00:00Z') })).toBe(false);
  });

  it('says where nothing that fits can lie', () => {
    const places = (filter: TimelineFilter) => placesFor(termsOf(filter, isTouch, tokyo));
    expect(places({ kinds: ['ticket'] })).toMatchObject({ lanes: ['ticket'], written: false });
    expect(places({ kinds: ['qbr'] })).toMatchObject({ lanes: ['activity'], written: true });
    expect(places({ kinds: ['contract'] })).toMatchObject({ lanes: [], written: false });
    expect(places({ kinds: ['kind:demo'] })).toMatchObject({ lanes: [], written: true });
    expect(places({ touch: 'touch' })).toMatchObject({ lanes: ['activity'], written: true });
    expect(places({ source: WRITTEN_HERE })).toMatchObject({ lanes: [], written: true });
    expect(places({ source: 'crm' })).toMatchObject({ written: false });
    expect(places({ from: '2026-11-12', to: '2026-11-12' })).toMatchObject({
      from: Date.parse('2026-11-11T15:00:00Z'),
      before: Date.parse('2026-11-13T00:00:00Z'),
    });
  });

  it('knows from the counts in which months the kinds asked for are', () => {
    const months = { '24000': { usage: 3 }, '24001': { usage: 2, call: 1 }, '24002': { call: 0 } };
    const of = (filter: TimelineFilter) => monthsFor(termsOf(filter, isTouch, tokyo), months);
    expect(of({ kinds: ['call'] })).toEqual(new Set([24_001]));
    expect(of({ touch: 'other' })).toEqual(new Set([24_000, 24_001]));
    expect(of({ person: 'x' })).toBeUndefined();
  });

  it('reads back what was kept, and leaves out what it does not understand', () => {
    const whole: TimelineFilter = {
      kinds: ['call', 'kind:demo'],
      touch: 'touch',
      person: '田中',
      source: 'crm',
      sentiment: [1, 5],
      from: '2026-01-01',
      to: '2026-03-31',
    };
    expect(parseFilter(JSON.parse(JSON.stringify(whole)))).toEqual(whole);
    expect(parseFilter({ kinds: ['nonsense'], touch: 1, sentiment: [9], from: 'soon' })).toEqual(NO_FILTER);
    expect(parseFilter('x')).toEqual(NO_FILTER);
    expect(isFiltered(withFilter(whole, { kinds: undefined }))).toBe(true);
    expect(withFilter({ sentiment: [1] }, { sentiment: [] })).toEqual(NO_FILTER);
  });
});
