/** How large the book is that the slow files hold; apart from them, so that a test does not load a worker. */
export const SLOW_BOOK = { accounts: 20, rows: 4_000, seed: 7 } as const;
