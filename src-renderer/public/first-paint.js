/** Runs before the first paint, so that a chosen scheme does not flash; `ui-state/preferences.ts` owns the format. */
try {
  const { scheme } = JSON.parse(localStorage.getItem('kizuna.preferences') ?? '{}');
  if (scheme === 'light' || scheme === 'dark') document.documentElement.dataset.scheme = scheme;
} catch {
  // Storage is off or damaged: the scheme of the system stands.
}
