/** Words for those who listen to the screen instead of looking at it. */
import type { ReactNode } from 'react';
import './visually-hidden.css';

export function VisuallyHidden({ children }: { readonly children: ReactNode }) {
  return <span className="kz-visually-hidden">{children}</span>;
}
