/** Names of the two Electron IPC channels that carry the contract; apart from the schemas, so that preload stays small. */
export const IPC_CALL = 'kizuna:call';
export const IPC_STREAM = 'kizuna:stream';
