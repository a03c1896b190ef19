/** The types of chromium.mjs for configurations written in TypeScript. */
export declare const CHROMIUM_FLAGS: readonly string[];
export declare function systemChromium(): string | undefined;
export declare function ensureChromium(): string;
