/** Parts of a note that do more than show text: the box of a task, and a picture that is read from the database. */
import type { Node } from 'prosemirror-model';
import type { EditorView, NodeView, NodeViewConstructor } from 'prosemirror-view';
import { stringAttr } from './schema.ts';

export interface ImageDoor {
  save(image: Blob): Promise<string | undefined>;
  load(id: string): Promise<string | undefined>;
}

class ItemView implements NodeView {
  readonly dom = document.createElement('li');
  readonly contentDOM = document.createElement('div');
  readonly #box = document.createElement('input');
  #node: Node;

  constructor(node: Node, view: EditorView, getPos: () => number | undefined, label: string) {
    this.#node = node;
    this.#box.type = 'checkbox';
    this.#box.tabIndex = -1;
    this.#box.contentEditable = 'false';
    this.#box.setAttribute('aria-label', label);
    // The caret stays where it is.
    this.#box.addEventListener('mousedown', (event) => event.preventDefault());
    this.#box.addEventListener('click', () => {
      const pos = getPos();
      if (pos !== undefined)
        view.dispatch(view.state.tr.setNodeAttribute(pos, 'checked', !this.#node.attrs.checked));
    });
    this.dom.append(this.contentDOM);
    this.#show();
  }

  #show(): void {
    const { checked } = this.#node.attrs;
    this.dom.className = checked === null ? '' : 'kz-task-item';
    this.#box.checked = checked === true;
    if (checked === null) this.#box.remove();
    else if (this.#box.parentNode === null) this.dom.prepend(this.#box);
  }

  update(node: Node): boolean {
    if (node.type !== this.#node.type) return false;
    const same = node.attrs.checked === this.#node.attrs.checked;
    this.#node = node;
    if (!same) this.#show();
    return true;
  }

  ignoreMutation(mutation: { readonly target: globalThis.Node; readonly type: string }): boolean {
    return mutation.type !== 'selection' && !this.contentDOM.contains(mutation.target);
  }
}

class ImageView implements NodeView {
  readonly dom = document.createElement('span');

  constructor(node: Node, images: ImageDoor | undefined) {
    const alt = stringAttr(node.attrs, 'alt');
    this.dom.className = 'kz-note-image';
    this.dom.textContent = alt;
    void images?.load(stringAttr(node.attrs, 'id')).then((address) => {
      // Only what is kept here: an address of the net is never asked.
      if (address === undefined || !/^(?:data:image\/|blob:)/.test(address)) return;
      const image = document.createElement('img');
      image.src = address;
      image.alt = alt;
      this.dom.replaceChildren(image);
    });
  }

  ignoreMutation(): boolean {
    return true;
  }
}

export function noteNodeViews(
  images: ImageDoor | undefined,
  taskLabel: string,
): Readonly<Record<string, NodeViewConstructor>> {
  return {
    list_item: (node, view, getPos) => new ItemView(node, view, getPos, taskLabel),
    image: (node) => new ImageView(node, images),
  };
}
