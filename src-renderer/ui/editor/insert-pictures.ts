/** Pictures from a file, the clipboard or a drop become part of the note, at the caret. */
import type { EditorView } from 'prosemirror-view';
import type { ImageDoor } from './node-views.ts';
import { nodeTypes } from './schema.ts';
import { shrinkImage } from './shrink-image.ts';

/** The value: names of files that are no pictures, or could not be kept. */
export async function insertPictures(
  view: EditorView,
  files: readonly File[],
  images: ImageDoor,
): Promise<readonly string[]> {
  const refused: string[] = [];
  for (const file of files) {
    const small = await shrinkImage(file);
    const id = small === undefined ? undefined : await images.save(small);
    if (id === undefined) refused.push(file.name);
    if (id === undefined || view.isDestroyed) continue;
    const alt = file.name.replace(/\.\w+$/, '');
    view.dispatch(view.state.tr.replaceSelectionWith(nodeTypes.image.create({ id, alt }), false));
  }
  return refused;
}
