/** Collects what a page must never do: complain in the console, break its own policy, call out of this machine. */
import type { BrowserContext, Page } from '@playwright/test';

export interface PageWatch {
  readonly wrongs: readonly string[];
  /** For a test that provokes such a message on purpose. */
  allow(pattern: RegExp): void;
}

/** Runs in the page before anything else; the console is the one way out that works under every policy. */
function reportViolations(): void {
  document.addEventListener('securitypolicyviolation', (event) => {
    console.error(`policy violation: ${event.violatedDirective} ${event.blockedURI} ${event.sourceFile}`);
  });
}

const isLocal = (url: string) => /^(?:(?:http|ws):\/\/127\.0\.0\.1[:/]|blob:|data:|about:)/.test(url);

export async function watchContext(context: BrowserContext): Promise<PageWatch> {
  const wrongs: string[] = [];
  const allowed: RegExp[] = [];
  const note = (wrong: string) => {
    if (!allowed.some((pattern) => pattern.test(wrong))) wrongs.push(wrong);
  };
  await context.addInitScript(reportViolations);
  context.on('request', (request) => {
    if (!isLocal(request.url())) note(`request leaves the machine: ${request.url()}`);
  });
  const follow = (page: Page) => {
    page.on('console', (message) => {
      if (message.type() === 'error') note(`console: ${message.text()} (${message.location().url})`);
    });
    page.on('pageerror', (error) => note(`uncaught: ${error.stack ?? error.message}`));
    page.on('websocket', (socket) => {
      if (!isLocal(socket.url())) note(`socket leaves the machine: ${socket.url()}`);
    });
    page.on('crash', () => note('the page crashed'));
  };
  for (const page of context.pages()) follow(page);
  context.on('page', follow);
  return { wrongs, allow: (pattern) => allowed.push(pattern) };
}
