/** What every step of the import stands in: a heading, the content that scrolls, and the way on at the foot. */
import type { ReactNode } from 'react';

export interface StepFrameProps {
  readonly title: string;
  /** Beside the title: counts, a search box. */
  readonly aside?: ReactNode;
  readonly children: ReactNode;
  /** At the left of the foot: the ways back. */
  readonly back?: ReactNode;
  /** At the right of the foot, the primary button last. */
  readonly actions?: ReactNode;
}

export function StepFrame({ title, aside, children, back, actions }: StepFrameProps) {
  return (
    <>
      <div className="kz-import-body kz-scroll">
        <div className="kz-import-head">
          <h2 className="kz-import-title">{title}</h2>
          {aside}
        </div>
        {children}
      </div>
      {(back !== undefined || actions !== undefined) && (
        <footer className="kz-import-foot">
          <div>{back}</div>
          <div>{actions}</div>
        </footer>
      )}
    </>
  );
}
