/** Reads the columns that are shown before anybody sorts or filters by them, so that the first time is as quick as the next. */
import { SLICE_ROWS, type Sliced } from './sliced.ts';
import type { TableData } from './table-data.ts';

/** For idle time; what is not finished is done when it is asked for. */
export function* prepareColumns<R extends object>(
  data: TableData<R>,
  columnIds: readonly string[],
  searchText: (row: R) => string,
): Sliced<void> {
  for (const id of columnIds) {
    const column = data.columns.get(id);
    if (column === undefined) continue;
    if (column.kind === 'text' || column.kind === 'choice') {
      const { list } = yield* data.words(column);
      for (let code = 0; code < list.words.length; code++) {
        list.folded(code);
        if (code % (SLICE_ROWS / 4) === 0) yield;
      }
      yield* list.ranks();
      yield* (yield* data.words(column, true)).list.ranks();
    } else if (column.kind === 'money') yield* data.amounts(column);
    else if (column.kind !== 'tags') yield* data.numbers(column);
  }
  yield* data.haystack(searchText);
}
