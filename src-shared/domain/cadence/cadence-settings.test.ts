/** Cadence as the user has it: changed figures over the delivered ones, whatever the labels, nonsense left out. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { STAGES, TOUCH_MODELS } from '../../model/account.ts';
import { CADENCE_AS_DELIVERED, cadenceDays } from './cadence.ts';
import { cadenceFrom, changedFigures, figureOf, isDays, MOST_DAYS, OTHERWISE } from './cadence-settings.ts';

describe('cadence settings', () => {
  it('are as delivered until something is changed', () => {
    expect(cadenceFrom(undefined)).toEqual(CADENCE_AS_DELIVERED);
    expect(cadenceFrom({ id: 'cadence', createdAt: 1, updatedAt: 2 })).toEqual(CADENCE_AS_DELIVERED);
  });

  it('change one figure and no other, for any touch model and stage', () => {
    const label = fc.oneof(
      fc.constantFrom(...TOUCH_MODELS, ...STAGES, 'a.b', '日本', '%', '__proto__', 'constructor'),
      fc.string({ minLength: 1, maxLength: 12, unit: 'grapheme' }),
    );
    fc.assert(
      fc.property(
        label,
        fc.oneof(label, fc.constant('')),
        fc.integer({ min: 1, max: MOST_DAYS }),
        (touchModel, stage, days) => {
          const settings = cadenceFrom({ [figureOf(touchModel, stage)]: days });
          expect(cadenceDays({ touchModel, stage }, settings)).toBe(days);
          for (const model of TOUCH_MODELS)
            for (const other of STAGES)
              if (model !== touchModel || (other !== stage && stage !== ''))
                expect(cadenceDays({ touchModel: model, stage: other }, settings)).toBe(
                  cadenceDays({ touchModel: model, stage: other }, CADENCE_AS_DELIVERED),
                );
        },
      ),
    );
  });

  it('read no nonsense', () => {
    const row = {
      [figureOf('high', 'operation')]: -3,
      [figureOf('low', '')]: 1.5,
      [OTHERWISE]: '9',
      'days.high': 4,
      'days.%.x': 5,
    };
    expect(cadenceFrom(row)).toEqual(CADENCE_AS_DELIVERED);
    expect([...changedFigures(row)]).toEqual([]);
    expect([0, 1, MOST_DAYS, MOST_DAYS + 1, Number.NaN].filter(isDays)).toEqual([1, MOST_DAYS]);
    expect(cadenceFrom({ [OTHERWISE]: 30 }).otherwise).toBe(30);
  });
});
