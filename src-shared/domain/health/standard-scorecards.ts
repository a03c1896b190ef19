/** The three scorecards that Kizuna brings: SaaS with high, low and tech touch; the second fits every account. */
import type { Curve, MeasureGroup, MeasureId, MeasureRule, Scorecard } from '../../model/health.ts';
import type { StandardGroup, StandardScorecard } from './health-terms.ts';

type Points = readonly (readonly [number, number])[];

const line = (...points: Points): Curve => ({ type: 'line', points });

/** Falls are felt earlier than growth is: level use is good, not best. */
const TREND = line([-0.5, 0], [-0.2, 25], [0, 70], [0.2, 100]);

/** Contracts, roles and dates do not age by themselves; they change, and then they are news. */
const LASTING = 1095;

/** How each measure is judged unless a card says otherwise, and how long its data count. */
export const STANDARD_RULES: Readonly<Record<MeasureId, Omit<MeasureRule, 'measure' | 'weight'>>> = {
  'active-rate': { curve: line([0, 0], [0.2, 25], [0.5, 65], [0.85, 100]), shelfDays: 35 },
  'active-trend': { curve: TREND, shelfDays: 35 },
  'login-frequency': { curve: line([0, 0], [1, 40], [3, 75], [5, 100]), shelfDays: 35 },
  'usage-trend': { curve: TREND, shelfDays: 35 },
  'feature-breadth': { curve: line([0, 0], [0.2, 35], [0.5, 70], [0.8, 100]), shelfDays: 35 },
  'support-load': { curve: line([0.5, 90], [1, 80], [2, 40], [3, 0]), shelfDays: 45 },
  'open-severity': { curve: line([0, 90], [2, 70], [5, 35], [9, 0]), shelfDays: 45 },
  'time-to-resolve': {
    curve: line([8, 100], [24, 85], [72, 50], [168, 10], [336, 0]),
    shelfDays: 120,
  },
  nps: { curve: line([-100, 0], [-30, 15], [0, 45], [30, 75], [60, 100]), shelfDays: 365 },
  csat: { curve: line([0.4, 0], [0.6, 30], [0.8, 75], [0.95, 100]), shelfDays: 182 },
  'touch-cadence': { curve: line([0.5, 100], [1, 80], [1.5, 45], [2.5, 0]), shelfDays: LASTING },
  'executive-contact': { curve: line([30, 100], [90, 70], [120, 40], [180, 0]), shelfDays: LASTING },
  'champion-contact': { curve: line([14, 100], [30, 80], [60, 40], [120, 0]), shelfDays: LASTING },
  'champion-change': { curve: line([0, 90], [1, 10], [30, 0]), shelfDays: LASTING },
  'contract-trend': {
    curve: line([-1, 0], [-0.3, 10], [-0.05, 50], [0, 75], [0.2, 100]),
    shelfDays: LASTING,
  },
  'renewal-days': { curve: line([-30, 0], [0, 30], [30, 50], [90, 80], [180, 100]), shelfDays: LASTING },
  'onboarding-progress': { curve: line([0, 0], [1, 100]), shelfDays: LASTING },
  'plan-progress': { curve: line([0, 20], [0.5, 60], [0.9, 100]), shelfDays: 180 },
  'invoice-status': { curve: line([0, 100], [15, 70], [45, 20], [90, 0]), shelfDays: 120 },
  sentiment: { curve: line([1, 0], [2, 25], [3, 55], [4, 80], [5, 100]), shelfDays: 90 },
};

type Weights = Readonly<Partial<Record<MeasureId, number>>>;

function group(id: StandardGroup, weight: number, weights: Weights): MeasureGroup {
  const measures = Object.entries(weights).map(([measure, share]): MeasureRule => {
    const id = measure as MeasureId;
    return { measure: id, weight: share, ...STANDARD_RULES[id] };
  });
  return { id, name: '', weight, measures };
}

const USAGE: Weights = {
  'active-rate': 35,
  'active-trend': 20,
  'usage-trend': 25,
  'feature-breadth': 15,
  'login-frequency': 5,
};
const SUPPORT: Weights = { 'open-severity': 40, 'support-load': 30, 'time-to-resolve': 30 };
const VOICE: Weights = { nps: 60, csat: 40 };
const RELATIONSHIP: Weights = {
  'touch-cadence': 25,
  'champion-change': 25,
  'executive-contact': 20,
  'champion-contact': 15,
  sentiment: 15,
};
const CONTRACT: Weights = { 'contract-trend': 45, 'renewal-days': 25, 'invoice-status': 30 };
const PROGRESS: Weights = { 'onboarding-progress': 40, 'plan-progress': 60 };

function card(
  id: StandardScorecard,
  touchModels: readonly string[],
  groups: readonly MeasureGroup[],
): Scorecard {
  return {
    id,
    name: '',
    version: 1,
    note: '',
    groups,
    coverageFloor: 0.4,
    bands: { healthy: 70, watch: 40 },
    scope: { segments: [], touchModels, stages: [] },
    parents: 'own',
    createdAt: 0,
    updatedAt: 0,
  };
}

/** The card for low touch has an empty scope: an account without a touch model has a score too. */
export const STANDARD_CARDS: readonly Scorecard[] = [
  card(
    'saas-high-touch',
    ['high'],
    [
      group('usage', 30, USAGE),
      group('relationship', 30, RELATIONSHIP),
      group('voice', 15, VOICE),
      group('support', 10, SUPPORT),
      group('contract', 10, CONTRACT),
      group('progress', 5, PROGRESS),
    ],
  ),
  card(
    'saas-low-touch',
    [],
    [
      group('usage', 40, USAGE),
      group('relationship', 20, { ...RELATIONSHIP, 'touch-cadence': 45, 'executive-contact': 0 }),
      group('voice', 15, VOICE),
      group('support', 10, SUPPORT),
      group('contract', 10, CONTRACT),
      group('progress', 5, PROGRESS),
    ],
  ),
  card(
    'saas-tech-touch',
    ['tech'],
    [
      group('usage', 60, USAGE),
      group('voice', 15, VOICE),
      group('support', 10, SUPPORT),
      group('contract', 10, CONTRACT),
      group('progress', 5, PROGRESS),
    ],
  ),
];
