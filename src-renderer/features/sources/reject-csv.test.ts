import { expect, test } from 'vitest';
import type { Rejection } from '#shared/model/import-plan.ts';
import { rejectionsCsv } from './reject-csv.ts';

const texts = {
  columns: { file: 'File', row: 'Row', column: 'Column', value: 'Value', reason: 'Reason' },
  reasonOf: () => 'why',
};

function lineOf(value: string): string | undefined {
  const rejection: Rejection = {
    fileName: 'a.csv',
    part: '',
    row: 7,
    column: 'amount',
    value,
    reason: 'bad-money',
  };
  return rejectionsCsv([rejection], texts).split('\r\n')[1];
}

test('begins with a byte order mark and the header', () => {
  expect(rejectionsCsv([], texts)).toBe('\uFEFFFile,Row,Column,Value,Reason\r\n');
});

test.each(['=1+1', '+1', '-1', '@SUM(A1)', '\tx', ' =1+1', '＝1+1'])(
  '%s cannot run as a formula',
  (value) => {
    expect(lineOf(value)).toBe(`a.csv,7,amount,'${value},why`);
  },
);

test('quotes, separators and line breaks stay inside their cell', () => {
  expect(lineOf('a "b", c')).toBe('a.csv,7,amount,"a ""b"", c",why');
});
