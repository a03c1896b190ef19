/** The import plan that belongs to the files: every column decided, so that the first run asks nothing. */
import { REFERENCE_DATE } from './calendar.mjs';

const FORMAT = { type: 'delimited', encoding: 'utf-8', delimiter: ',', headerRow: 0 };

function columnPlan({ header, target, reading, link }, index) {
  return { index, header, target, reading, ...(link === undefined ? {} : { link }), confidence: 1 };
}

export function buildPlan(tables) {
  return {
    sourceId: 'sample-company',
    sourceName: 'Tanakaze (sample company)',
    /** The day on which the data ends. */
    referenceDate: REFERENCE_DATE,
    /** The loader adds whole days to every date, so that the reference day becomes the day of loading. */
    shiftDates: true,
    tables: tables.map(({ id, fileName, noun, columns }) => ({
      id,
      fileName,
      part: '',
      noun,
      format: FORMAT,
      columns: columns.map(columnPlan),
    })),
    confirmedLinks: {},
  };
}
