/** The renderer's entry: shows which shell answers, until the app itself is there. */
import { createRoot } from 'react-dom/client';
import { createBridge } from '#renderer/platform/bridge.ts';

const root = document.getElementById('root');
if (root !== null) {
  const view = createRoot(root);
  const info = await createBridge().call('app.info', {});
  view.render(<p>{`Kizuna ${info.version} (${info.shell})`}</p>);
}
