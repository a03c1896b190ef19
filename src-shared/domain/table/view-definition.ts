/** An arrangement of a table as it is kept in a saved view: columns, sort, filters and grouping. */
import * as z from 'zod/mini';

const column = z.string();

export const filterSchema = z.discriminatedUnion('op', [
  z.object({ op: z.literal(['contains', 'lacks', 'is', 'isNot', 'starts']), column, text: z.string() }),
  z.object({ op: z.literal(['empty', 'filled']), column }),
  /** Both ends belong to it. Money: in the currency's major unit, of amounts in that currency only. */
  z.object({
    op: z.literal('range'),
    column,
    from: z.nullable(z.number()),
    to: z.nullable(z.number()),
    currency: z.optional(z.string()),
  }),
  /** 'YYYY-MM-DD', both days belong to it. */
  z.object({ op: z.literal('days'), column, from: z.nullable(z.string()), to: z.nullable(z.string()) }),
  /**
   * From today on, or up to today; today belongs to both. `notPastDays`: longer ago than that, or never, which is what
   * "no touch for 30 days" means.
   */
  z.object({
    op: z.literal(['nextDays', 'pastDays', 'notPastDays']),
    column,
    days: z.int().check(z.gte(0), z.lte(36_500)),
  }),
  z.object({ op: z.literal('beforeToday'), column }),
  z.object({
    op: z.literal('period'),
    column,
    period: z.enum(['thisMonth', 'nextMonth', 'thisQuarter', 'nextQuarter']),
  }),
  /** `allOf` is for tags. */
  z.object({ op: z.literal(['anyOf', 'noneOf', 'allOf']), column, values: z.array(z.string()) }),
  z.object({ op: z.literal(['yes', 'no']), column }),
]);

export const sortKeySchema = z.object({ column, descending: z.boolean() });

export const viewDefinitionSchema = z.object({
  /** Ids of the columns that are shown, in their order. */
  shown: z.array(z.string()),
  /** Those of them that stay at the left edge. */
  pinned: z.array(z.string()),
  widths: z.record(z.string(), z.number().check(z.gte(40), z.lte(1200))),
  sort: z.array(sortKeySchema),
  filters: z.array(filterSchema),
  groupBy: z.nullable(z.string()),
});

export type Filter = z.infer<typeof filterSchema>;
export type FilterOp = Filter['op'];
export type SortKey = z.infer<typeof sortKeySchema>;
export type ViewDefinition = z.infer<typeof viewDefinitionSchema>;
export type Period = Extract<Filter, { op: 'period' }>['period'];

/** Stored by an older or newer version, or damaged: undefined rather than half a view. */
export function parseViewDefinition(value: unknown): ViewDefinition | undefined {
  const parsed = viewDefinitionSchema.safeParse(value);
  return parsed.success ? parsed.data : undefined;
}
