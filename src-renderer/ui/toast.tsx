/** Short messages after an action, with the way to take it back; callable from anywhere. */
import { X } from 'lucide-react';
import { useEffect, useState } from 'react';
import { create } from 'zustand';
import { useText } from '#renderer/i18n/locale.ts';
import { Button, IconButton } from './button.tsx';
import './toast.css';

export interface ToastInput {
  readonly message: string;
  /** Offers "Undo"; the toast closes when it is pressed. */
  readonly undo?: () => void;
  /** Another way on ("Show rows"), instead of undo. */
  readonly action?: { readonly label: string; readonly run: () => void };
  readonly tone?: 'neutral' | 'danger';
}

interface ToastEntry extends ToastInput {
  readonly id: number;
}

const LIFE = 6000;
const LIFE_WITH_UNDO = 12000;
/** That something failed stays at least so long, and from then on until its screen goes. */
const READ = 10_000;
const MOST = 4;

const useToasts = create<{ readonly entries: readonly ToastEntry[] }>()(() => ({ entries: [] }));
let lastId = 0;

/** Shows a message; returns the way to close it early. */
export function toast(input: ToastInput): () => void {
  lastId += 1;
  const id = lastId;
  useToasts.setState((state) => ({ entries: [...state.entries, { ...input, id }].slice(-MOST) }));
  return () => closeToast(id);
}

function closeToast(id: number): void {
  useToasts.setState((state) => ({ entries: state.entries.filter((entry) => entry.id !== id) }));
}

interface RowProps {
  readonly entry: ToastEntry;
  readonly paused: boolean;
  readonly place: string;
}

/** A failure is about the screen on which it was met. */
function useFailureLeaves({ entry: { id, tone }, paused, place }: RowProps): void {
  const [met] = useState(place);
  const [wasRead, setWasRead] = useState(false);
  const isFailure = tone === 'danger';
  useEffect(() => {
    if (!isFailure) return undefined;
    const timer = setTimeout(() => setWasRead(true), READ);
    return () => clearTimeout(timer);
  }, [isFailure]);
  const leaves = isFailure && wasRead && place !== met && !paused;
  useEffect(() => {
    if (leaves) closeToast(id);
  }, [leaves, id]);
}

function ToastRow(props: RowProps) {
  const { entry, paused } = props;
  const texts = useText('ui');
  const { id, undo, action } = entry;
  const life = undo === undefined && action === undefined ? LIFE : LIFE_WITH_UNDO;
  useEffect(() => {
    if (paused || entry.tone === 'danger') return undefined;
    const timer = setTimeout(() => closeToast(id), life);
    return () => clearTimeout(timer);
  }, [id, life, paused, entry.tone]);
  useFailureLeaves(props);
  const close = () => closeToast(id);
  const offered = undo === undefined ? action : { label: texts.undo, run: undo };
  return (
    <div className={`kz-toast kz-toast-${entry.tone ?? 'neutral'}`}>
      <span>{entry.message}</span>
      {offered !== undefined && (
        <Button
          size="small"
          onClick={() => {
            offered.run();
            close();
          }}
        >
          {offered.label}
        </Button>
      )}
      <IconButton icon={X} size="small" label={texts.close} onClick={close} />
    </div>
  );
}

/** Stands once in the frame. Nothing disappears while the pointer or the focus is on it. `place`: the screen that is shown. */
export function ToastRegion({ place = '' }: { readonly place?: string }) {
  const texts = useText('ui');
  const entries = useToasts((state) => state.entries);
  const [held, setHeld] = useState(false);
  return (
    <section
      className="kz-toasts"
      aria-label={texts.notifications}
      aria-live="polite"
      // React Aria then leaves it reachable while a dialog is open.
      data-react-aria-top-layer="true"
      onPointerEnter={() => setHeld(true)}
      onPointerLeave={() => setHeld(false)}
      onFocus={() => setHeld(true)}
      onBlur={() => setHeld(false)}
    >
      {entries.map((entry) => (
        <ToastRow key={entry.id} entry={entry} paused={held} place={place} />
      ))}
    </section>
  );
}
