/** What the box says when another Kizuna holds the data folder: which one, and what to do; in the user's language. */
export interface FolderHolder {
  readonly shell: 'electron' | 'browser';
  readonly pid: number;
}

export function folderInUse(language: 'en' | 'ja', dataDir: string, { shell, pid }: FolderHolder): string {
  if (language === 'ja') {
    const who = shell === 'browser' ? 'ブラウザー版のKizuna' : '別のKizuna';
    const how = shell === 'browser' ? '起動した端末で終了してから' : 'そのウィンドウを閉じてから';
    return `このデータフォルダーは${who}（プロセス${pid}）が使用中です。\n${how}、もう一度開いてください。\n\n${dataDir}`;
  }
  const who = shell === 'browser' ? 'Kizuna in the browser' : 'another Kizuna';
  const how = shell === 'browser' ? 'End it in the terminal where it was started' : 'Close its window';
  return `This data folder is in use by ${who} (process ${pid}).\n${how}, then open Kizuna again.\n\n${dataDir}`;
}
