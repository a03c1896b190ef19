/** English words of the sources screen. */
export const sources = {
  title: 'Sources',
};
