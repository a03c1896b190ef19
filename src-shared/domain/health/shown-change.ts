/** How far a score moved, as whoever subtracts the two whole figures on screen would say. */
export function shownChange(before: number, after: number): number {
  return Math.round(after) - Math.round(before);
}
