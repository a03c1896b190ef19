/** Node's module hook: whoever imports `electron` gets the double. */
const double = new URL('./electron.mjs', import.meta.url).href;

export function resolve(specifier, context, nextResolve) {
  if (specifier === 'electron') return { url: double, shortCircuit: true };
  return nextResolve(specifier, context);
}
