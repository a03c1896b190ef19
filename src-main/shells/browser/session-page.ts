/** The page for a browser without a session: trades the secret of the link for a cookie, or says where to find it. */

const HTML = `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>Kizuna</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="/session.css">
<script src="/session.js" type="module"></script>
</head>
<body>
<main hidden>
<h1>Kizuna</h1>
<section lang="en">
<h2>Please open Kizuna with its link</h2>
<p>Start it with <code>npm start</code> and open the whole link that it prints, up to the last character.
The link is new each time Kizuna starts.</p>
</section>
<section lang="ja">
<h2>リンクからKizunaを開いてください</h2>
<p><code>npm start</code> で起動し、表示されたリンクを最後の文字まで含めて開いてください。
リンクはKizunaを起動するたびに変わります。</p>
</section>
</main>
</body>
</html>
`;

const CSS = `:root { color-scheme: light dark; font: 16px/1.6 system-ui, sans-serif; }
main { max-width: 36rem; margin: 15vh auto 0; padding: 0 1.5rem; }
h1 { font-size: 1.25rem; }
h2 { font-size: 1rem; margin-top: 2rem; }
`;

const SCRIPT = `const found = /^#session=([A-Za-z0-9_-]+)$/.exec(location.hash);
const explain = () => { document.querySelector('main').hidden = false; };
if (found === null) explain();
else {
  history.replaceState(null, '', location.pathname + location.search);
  fetch('/session', { method: 'POST', body: found[1], headers: { 'content-type': 'text/plain' } })
    .then((answer) => { if (answer.ok) location.reload(); else explain(); }, explain);
}
`;

const TYPES = { '/session.css': ['text/css', CSS], '/session.js': ['text/javascript', SCRIPT] } as const;

/** What anybody may read: it holds nothing of the user's. A page is 200, because it is the right answer to a person. */
export function sessionPage(
  path: string,
  isDocument: boolean,
  headers: Readonly<Record<string, string>>,
): Response {
  const base = { ...headers, 'cache-control': 'no-store' };
  if (path === '/session.css' || path === '/session.js') {
    const [type, text] = TYPES[path];
    return new Response(text, { headers: { ...base, 'content-type': `${type}; charset=utf-8` } });
  }
  if (!isDocument) return new Response(null, { status: 401, headers: base });
  return new Response(HTML, {
    headers: { ...base, 'content-type': 'text/html; charset=utf-8' },
  });
}
