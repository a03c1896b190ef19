/** Groups of things of which one is chosen: the left half of a screen whose right half shows that one. */
import type { ReactNode } from 'react';
import './side-list.css';

interface SideEntry {
  readonly id: string;
  readonly name: string;
  /** Behind the name: that it was changed, or is the user's own. */
  readonly marks?: ReactNode;
}

interface SideGroup {
  readonly id: string;
  readonly title: string;
  /** Of its names, where it is not the screen's. */
  readonly lang?: string;
  readonly entries: readonly SideEntry[];
}

interface SideListProps {
  readonly label: string;
  /** Those without entries are not shown. */
  readonly groups: readonly SideGroup[];
  readonly chosen: string | undefined;
  readonly onChoose: (id: string) => void;
}

export function SideList({ label, groups, chosen, onChoose }: SideListProps) {
  return (
    <nav aria-label={label} className="kz-side-list">
      {groups
        .filter(({ entries }) => entries.length > 0)
        .map(({ id: group, title, lang, entries }) => (
          <section key={group}>
            <h2>{title}</h2>
            <ul lang={lang}>
              {entries.map(({ id, name, marks }) => (
                <li key={id}>
                  <button
                    type="button"
                    aria-current={id === chosen ? 'true' : undefined}
                    onClick={() => onChoose(id)}
                  >
                    <span>{name}</span>
                    {marks}
                  </button>
                </li>
              ))}
            </ul>
          </section>
        ))}
    </nav>
  );
}
