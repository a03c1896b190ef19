/** Tabs and toolbars: one tab stop each, arrows inside. */
import { type ReactNode, useId } from 'react';
import { moveFocus } from './roving.ts';
import './tabs.css';

export interface TabItem<T extends string> {
  readonly id: T;
  readonly label: string;
  /** Shown small beside the label, already formatted. */
  readonly count?: string;
}

export interface TabsProps<T extends string> {
  readonly label: string;
  readonly tabs: readonly TabItem<T>[];
  readonly selected: T;
  readonly onSelect: (id: T) => void;
  /** The content of the selected tab. */
  readonly children: ReactNode;
}

/** The selected tab follows the arrow keys, so keep panels quick to show. */
export function Tabs<T extends string>({ label, tabs, selected, onSelect, children }: TabsProps<T>) {
  const id = useId();
  return (
    <>
      <div
        className="kz-tab-list"
        role="tablist"
        aria-label={label}
        onKeyDown={(event) => {
          const moved = moveFocus(event, '[role=tab]')?.dataset.tab;
          const tab = tabs.find((candidate) => candidate.id === moved);
          if (tab !== undefined) onSelect(tab.id);
        }}
      >
        {tabs.map((tab) => (
          <button
            key={tab.id}
            type="button"
            role="tab"
            className="kz-tab"
            id={`${id}-${tab.id}`}
            data-tab={tab.id}
            aria-selected={tab.id === selected}
            aria-controls={`${id}-panel`}
            tabIndex={tab.id === selected ? 0 : -1}
            onClick={() => onSelect(tab.id)}
          >
            <span className="kz-tab-label" data-label={tab.label}>
              {tab.label}
            </span>
            {tab.count !== undefined && <span className="kz-tab-count">{tab.count}</span>}
          </button>
        ))}
      </div>
      <div className="kz-tab-panel" role="tabpanel" id={`${id}-panel`} aria-labelledby={`${id}-${selected}`}>
        {children}
      </div>
    </>
  );
}

/** Arrows move between its buttons; fields inside keep their own arrow keys. */
export function Toolbar({ label, children }: { readonly label: string; readonly children: ReactNode }) {
  return (
    <div
      className="kz-toolbar"
      role="toolbar"
      aria-label={label}
      onKeyDown={(event) => moveFocus(event, 'button:not(:disabled)')}
    >
      {children}
    </div>
  );
}
