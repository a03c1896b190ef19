/** English words of the scorecard editor. */
import type { ScorecardIssue } from '#shared/domain/health/check-scorecard.ts';
import type { ScorecardDifference } from '#shared/domain/health/compare-scorecards.ts';
import type { ScorecardFileError } from '#shared/domain/health/scorecard-file.ts';
import type { ScopeTrouble } from '#shared/domain/segments/scope-segments.ts';
import type { MeasureId } from '#shared/model/health.ts';
import { formatCount, plural } from '../plural.ts';

/** How groups and measures are called where the text is shown. */
export interface CardNames {
  readonly group: (id: string) => string;
  readonly measure: (id: string) => string;
}

const accounts = (count: number) => plural(count, 'account', 'accounts');
/** Nobody reads a number of three hundred digits. */
const MOST = 1_000_000;
const figure = (value: number) =>
  value > MOST ? `more than ${formatCount(MOST)}` : Number.isFinite(value) ? formatCount(value) : 'no number';

function issue(found: ScorecardIssue, { group, measure }: CardNames): string {
  const where = 'measure' in found && found.measure !== undefined ? measure(found.measure) : '';
  switch (found.type) {
    case 'not-a-weight':
      return `${found.measure === undefined ? group(found.group) : where}: a weight is a number from 0 to 100.`;
    case 'groups-sum':
      return `The groups sum to ${figure(found.sum)}, not to 100.`;
    case 'measures-sum':
      return `The measures of ${group(found.group)} sum to ${figure(found.sum)}, not to 100.`;
    case 'unknown-measure':
      return `There is no measure “${found.measure}”.`;
    case 'twice':
      return `${where} stands in it twice.`;
    case 'twice-group':
      return `Two groups share the id “${found.group}”.`;
    case 'curve-empty':
      return `The curve of ${where} has no points.`;
    case 'curve-order':
      return `The curve of ${where}: raw values must grow from point to point.`;
    case 'curve-points':
      return `The curve of ${where}: points are numbers from 0 to 100.`;
    case 'curve-both-ways':
      return `The curve of ${where} goes up and down: more must be better throughout, or worse throughout.`;
    case 'shelf':
      return `${where}: data count for at least one day.`;
    case 'no-measure':
      return 'No measure has any weight: no account would have a score.';
    case 'floor':
      return 'The floor is a share from 0 to 100%.';
    case 'bands':
      return 'Healthy must begin above watch, and both lie between 1 and 100.';
  }
}

function fileError(error: ScorecardFileError, names: CardNames): readonly string[] {
  switch (error.type) {
    case 'too-long':
      return ['The file is too long for a scorecard.'];
    case 'not-json':
      return ['The file is not JSON, or was cut off.'];
    case 'not-a-scorecard':
      return ['The file is JSON, but not a scorecard that Kizuna wrote.'];
    case 'newer':
      return ['The file comes from a later version of Kizuna. Update first.'];
    case 'wrong-shape':
      return [`Something is missing or of the wrong kind at “${error.path}”.`];
    case 'issues':
      return error.issues.map((found) => issue(found, names));
  }
}

function difference(found: ScorecardDifference, { group, measure }: CardNames): string {
  switch (found.type) {
    case 'name':
      return `Name: ${found.from || '(as delivered)'} → ${found.to || '(as delivered)'}`;
    case 'group-weight':
      return `${group(found.group)}: ${found.from}% → ${found.to}%`;
    case 'group-added':
      return `New group: ${group(found.group)}`;
    case 'group-removed':
      return `Without group: ${group(found.group)}`;
    case 'measure-weight':
      return `${measure(found.measure)} in ${group(found.group)}: ${found.from}% → ${found.to}%`;
    case 'measure-added':
      return `New in ${group(found.group)}: ${measure(found.measure)}`;
    case 'measure-removed':
      return `No longer in ${group(found.group)}: ${measure(found.measure)}`;
    case 'curve':
      return `${measure(found.measure)}: another curve`;
    case 'shelf':
      return `${measure(found.measure)}: counts for ${found.from} → ${found.to} days`;
    case 'floor':
      return `Floor: ${Math.round(found.from * 100)}% → ${Math.round(found.to * 100)}%`;
    case 'bands':
      return 'Other limits of the bands';
    case 'scope':
      return 'Applies to other accounts';
    case 'parents':
      return 'Another rule for parent accounts';
  }
}

export const scorecards = {
  title: 'Scorecards',
  settingsHint: 'What the health score is made of: groups, measures, weights and curves.',
  hint: 'An account is scored by the most particular scorecard that fits it; of two equals the younger one.',
  listLabel: 'Scorecards',
  editorLabel: (name: string) => `Scorecard ${name}`,
  changed: 'changed',
  own: 'own',
  unsaved: 'not saved',
  copy: 'Copy this scorecard',
  copyName: (name: string) => `${name} (copy)`,
  import: 'Import a file',
  export: 'Save as a file',
  reset: 'As delivered',
  remove: 'Delete',
  versions: 'Versions',
  importedName: 'Imported scorecard',

  name: 'Name',
  nameNeeded: 'A scorecard needs a name.',
  namePlaceholder: 'Name of the scorecard',
  scope: 'Applies to',
  scopeAll: 'all accounts',
  segments: 'Segments by the source',
  savedSegments: 'Saved segments',
  noSavedSegments: 'None is saved yet. They are made in the portfolio.',
  goneSegment: 'a deleted segment',
  segmentTrouble: {
    gone: 'It was deleted.',
    unreadable: 'This version cannot read its rule.',
    'asks-health': 'It asks for the health score, which the scorecard makes first.',
  },
  scopeTroubleTitle: 'A segment of this scorecard has nobody in it',
  scopeTrouble: (name: string, trouble: ScopeTrouble) =>
    trouble === 'gone'
      ? 'A segment that it applies to was deleted: its accounts are scored by the next scorecard that fits. Put the segment back from the bin, or take it out here.'
      : `“${name}” cannot say to whom a scorecard applies: ${trouble === 'unreadable' ? 'this version cannot read its rule' : 'it asks for the health score, which the scorecard makes first'}. Its accounts are scored by the next scorecard that fits.`,
  touchModels: 'Touch models',
  stages: 'Stages',
  scopeHint: 'Nothing chosen means all.',
  scopeOf: (parts: string) => `Applies to: ${parts}`,
  settings: 'Bands, floor and parents',
  healthyFrom: 'Healthy from',
  watchFrom: 'Watch from',
  floor: 'Floor (% of the weight)',
  floorHint: 'With data for less than this there is no colour.',
  parents: 'Parent accounts',
  parentRules: { own: 'Their own data', 'by-arr': 'Their children, by ARR', worst: 'Their worst child' },

  weights: 'Weights',
  weightOf: (name: string) => `Weight of ${name}`,
  weightBad: 'A weight is a number from 0 to 100.',
  weightMost: (most: number) => `At most ${most}: the rest is locked.`,
  lock: (name: string) => `Lock the weight of ${name}`,
  unlock: (name: string) => `Unlock the weight of ${name}`,
  ofWhole: (percent: string) => `${percent} of the whole`,
  sum: (percent: number) => `Sum ${percent}%`,
  openMeasure: (name: string) => `Curve of ${name}`,
  addMeasure: 'Add a measure',
  removeMeasure: (name: string) => `Take ${name} out`,
  addGroup: 'Add a group',
  fit: 'Fit to the data there are',
  fitHint: 'Measures for which no account has data get no weight.',
  newGroup: 'New group',
  groupName: 'Name of the group',
  removeGroup: (name: string) => `Take the group ${name} out`,
  off: 'off',

  curve: 'From raw value to points',
  curveChart: (name: string) => `Curve of ${name} over the accounts of the book`,
  curveHint: 'Move a point with the mouse, or choose it and use the arrow keys (Shift for larger steps).',
  point: (place: number, raw: string, gives: number) => `Point ${place}: ${raw} gives ${gives} points`,
  pointLabel: (place: number) => `Point ${place}`,
  curveType: 'Between the points',
  curveTypes: { line: 'Straight lines', steps: 'Steps' },
  raw: (unit: string) => `Raw value (${unit})`,
  rawPercent: (unit: string) => `Raw value (${unit}, %)`,
  gives: 'Points (0 to 100)',
  addPoint: 'Add a point',
  removePoint: (place: number) => `Take point ${place} out`,
  curveOrder: 'Raw values must grow from point to point.',
  curveRange: 'Points are numbers from 0 to 100.',
  curveWay: 'More must be better throughout, or worse throughout.',
  noNumber: 'This is no number.',
  shelf: 'Data count for (days)',
  shelfBad: 'At least one day.',
  resetCurve: 'Curve as delivered',
  distribution: (count: number, total: number, median: string) =>
    `${formatCount(count)} of ${accounts(total)} have this figure; the middle one is ${median}.`,
  distributionNone: 'No account has this figure yet.',
  axisAccounts: 'accounts',

  preview: 'Who moves',
  previewNothing: 'Nothing is changed yet. Move a weight and see here which accounts change band.',
  previewMoves: (count: number, total: number) =>
    `${count === 0 ? 'No account' : accounts(count)} of ${formatCount(total)} ${count <= 1 ? 'changes' : 'change'} band`,
  previewTouched: (count: number) => `${accounts(count)} ${count === 1 ? 'gets' : 'get'} another score`,
  previewApplies: (before: number, after: number) =>
    `Applies to ${accounts(after)}${before === after ? '' : ` (before: ${formatCount(before)})`}`,
  previewWaiting: 'The scores are being worked out.',
  previewFailed: 'The scores could not be worked out. The scorecard can be edited all the same.',
  previewEmpty: 'There are no accounts yet.',
  previewLess: (count: number) => `${formatCount(count)} more`,
  moverLabel: (name: string, from: string, to: string) => `${name}: from ${from} to ${to}`,
  noScore: 'no score',
  scoreFrom: (value: number, share: string) => `${value}, from ${share} of the weight`,
  appliesTo: (count: number) => accounts(count),

  note: 'Why (kept with the version)',
  save: 'Save',
  discard: 'Discard changes',
  undoStep: 'Undo the last step',
  redoStep: 'Redo the step',
  saved: (name: string) => `Saved: ${name}`,
  wasReset: (name: string) => `${name} is as delivered`,
  removed: (name: string) => `Deleted: ${name}`,
  imported: (name: string) => `In the editor, not saved yet: ${name}`,
  newCard: 'From a file, not saved yet',
  newCardHint: 'No account is scored by it before you save it. “Who moves” shows what would change.',
  copied: (name: string) => `Copied: ${name}`,
  readFailed: 'The scorecards could not be read. What you wrote is safe on disk; reload the window.',
  problems: 'This must be mended before it can be saved',
  fileProblems: (file: string) => `“${file}” was not imported`,

  versionsTitle: (name: string) => `Versions of ${name}`,
  versionNow: (version: number) => `Version ${version}, in force`,
  versionOf: (version: number, day: string) => `Version ${version}, until ${day}`,
  noNote: 'no note',
  compareLabel: 'Compared with what is in force',
  noDifference: 'No difference.',
  noVersions: 'There is no earlier version yet.',
  bringBack: (version: number) => `Bring version ${version} back`,
  broughtBack: (version: number) => `Version ${version} is in the editor: look and save.`,
  close: 'Close',

  issue,
  fileError,
  difference,
  unknownMeasure: (id: MeasureId | string) => id,
  commands: {
    save: 'Save the scorecard',
    copy: 'Copy the scorecard',
    export: 'Save the scorecard as a file',
    versions: 'Versions of the scorecard',
    discard: 'Discard changes to the scorecard',
  },
};
