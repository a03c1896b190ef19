/** Sentences that were once untrue or clumsy: each says what is so, in both languages. */
import { describe, expect, it } from 'vitest';
import { ALERT_REASONS } from '#shared/domain/alerts/find-alerts.ts';
import { CONTRADICTION_RULES } from '#shared/domain/contradictions/rules.ts';
import type { Fact } from '#shared/model/alert.ts';
import { aSignal } from '#test/factories/health.ts';
import { contradictionText } from './contradiction-words.ts';
import { alerts as alertsEn } from './en/alerts.ts';
import { contradictions as contradictionsEn } from './en/contradictions.ts';
import { fields as fieldsEn } from './en/fields.ts';
import { health as healthPanelEn } from './en/health.ts';
import { healthWords as healthEn } from './en/health-words.ts';
import { portfolio as portfolioEn } from './en/portfolio.ts';
import { today as todayEn } from './en/today.ts';
import { factWords } from './fact-words.ts';
import { formatsFor } from './format.ts';
import { alerts as alertsJa } from './ja/alerts.ts';
import { contradictions as contradictionsJa } from './ja/contradictions.ts';
import { fields as fieldsJa } from './ja/fields.ts';
import { health as healthPanelJa } from './ja/health.ts';
import { healthWords as healthJa } from './ja/health-words.ts';
import { plans as plansJa } from './ja/plans.ts';
import { portfolio as portfolioJa } from './ja/portfolio.ts';
import { today as todayJa } from './ja/today.ts';

const en = healthEn.measures;
const ja = healthJa.measures;
const FORMAT = { en: formatsFor('en'), ja: formatsFor('ja') };
const FACTS = {
  en: factWords({
    alerts: alertsEn,
    health: healthEn,
    fields: fieldsEn,
    format: FORMAT.en,
    names: new Map(),
  }),
  ja: factWords({
    alerts: alertsJa,
    health: healthJa,
    fields: fieldsJa,
    format: FORMAT.ja,
    names: new Map(),
  }),
};

const fact = (what: string, value: number | string, more: Partial<Fact> = {}): Fact => ({
  what,
  value,
  source: 'contact',
  ...more,
});

const told = (rule: string, facts: readonly [Fact, Fact], context: readonly Fact[] = []) => {
  const found = { id: 'x', account: 'a', rule, mark: '', facts, context };
  const rest = { contacts: [], rules: [], today: '2026-11-20' };
  return {
    en: contradictionText(found, { ...rest, texts: contradictionsEn, fields: fieldsEn, facts: FACTS.en }),
    ja: contradictionText(found, { ...rest, texts: contradictionsJa, fields: fieldsJa, facts: FACTS.ja }),
  };
};

describe('a renewal', () => {
  it('is that of the contract only where the account itself says so', () => {
    const facts = (source: string) => [
      fact('renewal-on', '2026-12-03', { source }),
      fact('renewal-days', 10, { source }),
    ];
    const said = (source: string) => [
      alertsEn.sentences.renewal(FACTS.en.sentence(facts(source))),
      alertsJa.sentences.renewal(FACTS.ja.sentence(facts(source))),
    ];
    const [account, subscription] = [said('account'), said('subscription')];
    expect(account[0]).toMatch(/^The contract renews in 10 days/);
    expect(account[1]).toMatch(/^契約更新は/);
    expect(subscription[0]).toMatch(/^A subscription renews in 10 days/);
    expect(subscription[1]).toMatch(/^契約の一つの更新は/);
  });
});

describe('measures', () => {
  it('say plainly that more people are active than there are licences', () => {
    const over = aSignal(1, { n: 12, of: 10, per: 'licensed' });
    expect(en['active-rate'].raw(over)).toBe('more users than licences (12 on 10)');
    expect(en['active-rate'].said(over)).toBe(
      'more people are active than there are licences: 12 of them on 10 licences',
    );
    expect(ja['active-rate'].raw(over)).toBe('契約席数を超過（10席に対して12人）');
    expect(
      alertsEn.sentences['seats-nearly-used'](FACTS.en.sentence([fact('active-rate', 1, { signal: over })])),
    ).toBe('More people are active than there are licences: 12 of them on 10 licences.');
  });

  it('say "at least" of counts of a week', () => {
    const stated = aSignal(0.3, { n: 12, of: 40, per: 'licensed', atLeast: true });
    expect(en['active-rate'].raw(stated)).toBe('at least 30% (12 of 40 licensed)');
    expect(en['active-rate'].said(stated)).toBe('at least 12 of 40 licensed users are active');
    expect(ja['active-rate'].said(stated)).toBe('契約席数40のうち少なくとも12人が利用しています');
  });

  it('do not say "only at least": a contradiction says what the counts show', () => {
    const stated = aSignal(0.1, { n: 4, of: 40, per: 'licensed', atLeast: true });
    const facts = [
      fact('onboarding-progress', 1, { signal: aSignal(1) }),
      fact('active-rate', 0.1, { signal: stated }),
    ] as const;
    const { en: english, ja: japanese } = told('onboarded-few-active', facts);
    expect(english.sentence).toBe(
      'Onboarding is complete, yet between Oct 23 and Nov 19 no count shows more than 4 active users (40 licensed).',
    );
    expect(japanese.sentence).toContain('4人以下');
  });

  it('know today from yesterday', () => {
    const today = aSignal(1, { n: 0 });
    expect(en['champion-change'].said(today)).toBe('the champion left today and nobody has followed');
    expect(ja['champion-change'].said(today)).toBe('チャンピオンが本日離任し、後任がいません');
    expect(en['champion-change'].raw(aSignal(1, { n: 1 }))).toBe('left 1 day ago, nobody followed');
    expect(en['executive-contact'].said(aSignal(0, { atLeast: true }))).toBe(
      'no touch with an executive is known yet',
    );
    expect(en['renewal-days'].raw(aSignal(0))).toBe('today');
  });

  it('say that nothing is used instead of "0 a week"', () => {
    expect(en['login-frequency'].raw(aSignal(0, { n: 0, of: 40, per: 'licensed' }))).toBe(
      'no use in four weeks',
    );
    expect(ja['login-frequency'].said(aSignal(0, { n: 0, of: 40, per: 'licensed' }))).toBe(
      '4週間、一度も使われていません',
    );
    expect(en['login-frequency'].said(aSignal(0.02, { n: 1, of: 40, per: 'licensed' }))).toContain(
      'less than 0.1',
    );
    expect(en['usage-trend'].said(aSignal(-1))).toBe('use fell to nothing');
  });

  it('round neither a few to none nor nearly all to all', () => {
    expect(en['active-rate'].value(0.999)).toBe('over 99%');
    expect(ja['active-rate'].value(0.001)).toBe('1%未満');
    expect(en['active-rate'].value(1)).toBe('100%');
    expect(healthEn.pair(72, 0.999)).toBe('72, from over 99% of the weight');
  });
});

describe('facts', () => {
  it('carry a counter in Japanese', () => {
    expect(FACTS.ja.figure(fact('severe-tickets', 4))).toBe('4件');
    expect(FACTS.ja.figure(fact('no-champion', 2))).toBe('2人');
    expect(FACTS.en.figure(fact('severe-tickets', 4))).toBe('4');
  });

  it('tell when, not how long', () => {
    expect(FACTS.en.figure(fact('champion-left', 0))).toBe('today');
    expect(FACTS.en.figure(fact('touch-days', 12))).toBe('12 days ago');
    expect(FACTS.ja.figure(fact('renewal-days', -3))).toBe('3日経過');
  });
});

describe('who was never touched, and who is champion no more', () => {
  const NAMED = new Map([['c', 'Mori']]);
  const words = {
    en: factWords({ alerts: alertsEn, health: healthEn, fields: fieldsEn, format: FORMAT.en, names: NAMED }),
    ja: factWords({ alerts: alertsJa, health: healthJa, fields: fieldsJa, format: FORMAT.ja, names: NAMED }),
  };
  it('is said in words', () => {
    const silent = [fact('no-touch-since', '2026-10-01'), fact('touch-allowed', 14)];
    expect(alertsEn.sentences.drifting(words.en.sentence(silent))).toBe(
      `No touch is known since ${FORMAT.en.date('2026-10-01')}; one is due every 14 days.`,
    );
    expect(alertsJa.sentences.drifting(words.ja.sentence(silent))).toBe(
      `${FORMAT.ja.date('2026-10-01')}以降の接点が確認できません（目安は14日に1回）。`,
    );
    const changed = [fact('champion-changed', 9, { about: 'c' })];
    expect(alertsEn.sentences['champion-left'](words.en.sentence(changed))).toBe(
      'Mori gave up the role of champion 9 days ago; nobody has taken it since.',
    );
    expect(alertsJa.sentences['champion-left'](words.ja.sentence(changed))).toBe(
      'チャンピオンのMoriさんの役割が9日前に変わり、後任が決まっていません。',
    );
    const at = Date.parse('2026-10-01T12:00:00Z');
    const signal = aSignal(2, { n: 28, of: 14, at, atLeast: true });
    expect(en['touch-cadence'].raw(signal)).toBe(
      `none known since ${FORMAT.en.date('2026-10-01')}, due every 14 days`,
    );
    expect(ja['touch-cadence'].said(signal)).toContain(FORMAT.ja.date('2026-10-01'));
    expect(en['champion-change'].said(aSignal(9, { stays: true }))).toContain('gave up the role');
    expect(ja['champion-change'].said(aSignal(9))).toContain('離任');
  });
});

describe('next steps', () => {
  it('ask for an introduction only where no executive is known', () => {
    const band = fact('band', 'healthy');
    const near = [fact('renewal-on', '2026-12-20'), fact('renewal-days', 30)];
    const unknown = told('healthy-no-executive', [band, fact('no-executive', 0)], near);
    const known = told(
      'healthy-no-executive',
      [band, fact('executive-contact', 120, { signal: aSignal(120) })],
      near,
    );
    expect(unknown.en.nextStep).toMatch(/introduction/);
    expect(unknown.ja.nextStep).toMatch(/紹介/);
    expect(known.en.nextStep).not.toMatch(/introduction/);
    expect(known.ja.nextStep).not.toMatch(/紹介/);
  });

  it('do not prepare what has passed', () => {
    const passed = FACTS.en.sentence([fact('renewal-days', -3), fact('renewal-on', '2026-11-17')]);
    expect(alertsEn.nextSteps.renewal(passed)).not.toMatch(/^Prepare/);
  });
});

describe('today', () => {
  it('counts days while weeks would be too coarse', () => {
    expect(todayEn.reach['renewal-days-left']?.({ days: 10 })).toBe('10 days are left');
    expect(todayJa.reach['renewal-days-left']?.({ days: 10 })).toBe('残りは10日です');
    expect(todayEn.reach['renewal-days']?.({ days: 1 })).toBe('only one day is left');
    expect(todayEn.urgency.renewal?.({ days: 1 })).toBe('it renews tomorrow');
    expect(todayEn.stake.revenue?.({ times: 0.01 })).toBe('less than a tenth of the usual account');
  });
});

describe('whatever the figures', () => {
  const days = [0, 1, 2, 40];
  const signals = [
    aSignal(0, { n: 0, of: 10, per: 'licensed' }),
    aSignal(1, { n: 12, of: 10, per: 'licensed' }),
  ];
  const NAMES = [
    'renewal-days',
    'champion-left',
    'touch-days',
    'touch-allowed',
    'severe-tickets',
    'tickets-quarter',
    'onboarding-days',
  ];

  it('the head of the account says the pair as every other place does', () => {
    expect(healthPanelEn.from('90%')).toBe('from 90% of the weight');
    expect(healthEn.pair(83, 0.9)).toBe(`83, ${healthPanelEn.from('90%')}`);
    expect(healthJa.pair(83, 0.9)).toBe(`83（${healthPanelJa.from('90%')}）`);
  });

  it('what is too little is not said as a share of what is needed', () => {
    expect(portfolioJa.churnFew(3, 10)).toBe('解約の件数が足りません（現在3件、10件以上必要です）。');
    expect(portfolioEn.churnFew(3, 10)).toBe('Not enough churn in this book: 3 of the 10 that it takes.');
    // The bracket of the other width brings its own space.
    expect(`${portfolioJa.churnCounts(3, 55)}${portfolioJa.payAgain(1)}`).not.toContain(' （');
    expect(`${portfolioEn.churnCounts(3, 55)}${portfolioEn.payAgain(1)}`).toContain('stayed (1');
  });

  it('progress has one word in the plan', () => {
    const said = [
      plansJa.progress,
      plansJa.noProgress,
      plansJa.needs(['measurement']),
      plansJa.behind('47%', '34%'),
      plansJa.onTime('47%'),
    ];
    for (const text of said) expect(text).not.toMatch(/進み(?!具合)/);
  });

  it('how much there is today is not the same figure twice', () => {
    expect(todayEn.summary(31, 31)).toBe('31 accounts need you');
    expect(todayEn.summary(1, 1)).toBe('1 account needs you');
    expect(todayEn.summary(35, 31)).toBe('35 matters in 31 accounts');
    expect(todayEn.summary(2, 0)).toBe('2 matters');
    expect(todayJa.summary(31, 31)).toBe('対応待ち：31アカウント');
    expect(todayJa.summary(35, 31)).toBe('対応待ち：35件（31アカウント）');
  });

  it.each([
    ['en', alertsEn, contradictionsEn, FACTS.en],
    ['ja', alertsJa, contradictionsJa, FACTS.ja],
  ] as const)(
    'no alert and no contradiction counts "0 days" or leaves a hole: %s',
    (_, alerts, rules, words) => {
      for (const count of days)
        for (const signal of signals) {
          const said = words.sentence([
            ...NAMES.map((what) => fact(what, count)),
            fact('score-change', -12),
            fact('score', 50),
            fact('renewal-on', '2026-12-01'),
            fact('admins-active', 1),
            fact('field-active', 0),
            fact('tickets-usual', 4),
            fact('usage-half-year', -0.2),
            fact('active-rate', signal.value, { signal }),
          ]);
          const texts = [
            ...ALERT_REASONS.flatMap((reason) => [
              alerts.sentences[reason](said),
              alerts.nextSteps[reason](said),
            ]),
            ...CONTRADICTION_RULES.map((rule) => rules.rules[rule].sentence(said)),
          ];
          for (const text of texts) {
            expect(text).not.toMatch(/undefined|NaN|null|\[object/);
            if (count === 0) expect(text).not.toMatch(/\b0 days ago|in 0 days|[^0-9]0日(前|後)/);
          }
        }
    },
  );
});
