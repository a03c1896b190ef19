/** File name → text, for the type checker. */
export function buildSampleCompany(): Map<string, string>;
