/** Newer than the oldest engine that runs this. */
type MayTransfer = ArrayBuffer & { transfer?: (length: number) => ArrayBuffer };

/**
 * Gives the memory of an array back at once, where the engine can: otherwise it waits for the garbage collector, which
 * hardly sees what lies outside of its heap. Nobody may use the array afterwards.
 */
export function release(array: ArrayBufferView<ArrayBuffer>): void {
  (array.buffer as MayTransfer).transfer?.(0);
}
