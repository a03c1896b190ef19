/** The People tab: who is who at the customer, as a list, a map, a tree and by who knows whom; gaps and duplicates above. */
import { UsersRound } from 'lucide-react';
import {
  memo,
  type ReactNode,
  useCallback,
  useDeferredValue,
  useEffect,
  useEffectEvent,
  useMemo,
  useRef,
  useState,
} from 'react';
import { useLocation, useSearch } from 'wouter';
import { choiceLabel } from '#renderer/i18n/field-label.ts';
import { useLocale, useText } from '#renderer/i18n/locale.ts';
import { Button } from '#renderer/ui/button.tsx';
import { Select } from '#renderer/ui/select.tsx';
import { Banner, EmptyState, ErrorState, Skeleton } from '#renderer/ui/states.tsx';
import { Toolbar } from '#renderer/ui/tabs.tsx';
import { SearchField } from '#renderer/ui/text-field.tsx';
import { systemClock } from '#shared/base/clock.ts';
import { inOrder, matching, PEOPLE_SORTS, type PeopleSort } from '#shared/domain/people/list-people.ts';
import type { Contact } from '#shared/model/contact.ts';
import { AcquaintanceTable } from './acquaintance-table.tsx';
import { AddPerson } from './add-person.tsx';
import { GapList } from './gap-list.tsx';
import { MergeDialog, type MergePair } from './merge-dialog.tsx';
import { OrganisationView } from './organisation-view.tsx';
import './people.css';
import { PeopleList } from './people-list.tsx';
import { PersonPanel } from './person-panel.tsx';
import { StakeholderMapView } from './stakeholder-map-view.tsx';
import { type People, usePeople } from './use-people.ts';
import { type PeopleChanges, usePeopleChanges } from './use-people-changes.ts';
import { usePeopleCommands, VIEWS, type View } from './use-people-commands.ts';

export interface PeopleTabProps {
  readonly accountId: string;
  /** All fields of a contact with their sources: another feature; the screen joins the two. */
  readonly facts?: (contactId: string) => ReactNode;
  /** Milliseconds since 1970 UTC. */
  readonly now?: () => number;
}

interface LoadedProps extends PeopleTabProps {
  readonly people: People;
  readonly changes: PeopleChanges;
}

/** The pair that is compared: one of the proposed ones, or one that a person chose. */
type Comparing = { readonly at: number } | { readonly a: string; readonly b: string };

function useShown(people: People, query: string, sort: PeopleSort): readonly Contact[] {
  const fields = useText('fields');
  const { locale } = useLocale();
  return useMemo(() => {
    const { compare } = new Intl.Collator(locale);
    const wordsOf = ({ role }: Contact) => (role === undefined ? [] : [choiceLabel(fields, 'role', role)]);
    const found = matching(people.contacts, query, wordsOf);
    return inOrder(found, { sort, compare, last: people.last, today: people.today });
  }, [people, query, sort, fields, locale]);
}

interface BarProps {
  readonly view: View;
  readonly onView: (view: View) => void;
  readonly query: string;
  readonly onQuery: (query: string) => void;
  readonly sort: PeopleSort;
  readonly onSort: (sort: PeopleSort) => void;
  readonly count: string;
}

function Bar({ view, onView, query, onQuery, sort, onSort, count }: BarProps) {
  const texts = useText('people');
  return (
    <div className="kz-ppl-bar">
      <Toolbar label={texts.views}>
        {VIEWS.map((each) => (
          <Button key={each} size="small" aria-pressed={each === view} onClick={() => onView(each)}>
            {texts.view[each]}
          </Button>
        ))}
      </Toolbar>
      <SearchField label={texts.search} value={query} onChange={onQuery} />
      <Select
        label={texts.sort}
        hideLabel
        quiet
        value={sort}
        options={PEOPLE_SORTS.map((each) => ({ value: each, label: texts.sorts[each] }))}
        onChange={onSort}
      />
      <span className="kz-ppl-faint" role="status">
        {count}
      </span>
    </div>
  );
}

function pairOf(people: People, comparing: Comparing | undefined): MergePair | undefined {
  if (comparing === undefined) return undefined;
  if ('at' in comparing) return people.duplicates[comparing.at];
  const a = people.byId.get(comparing.a);
  const b = people.byId.get(comparing.b);
  return a === undefined || b === undefined ? undefined : { a, b, reasons: [] };
}

interface CompareProps extends Pick<LoadedProps, 'people' | 'changes'> {
  readonly comparing: Comparing | undefined;
  readonly setComparing: (comparing: Comparing | undefined) => void;
  readonly onKept: (id: string) => void;
}

/** Done with one proposed pair, the next one takes its place in the list by itself. */
function Compare({ people, changes, comparing, setComparing, onKept }: CompareProps) {
  const texts = useText('people');
  const pair = pairOf(people, comparing);
  if (pair === undefined || comparing === undefined) return null;
  const all = people.duplicates.length;
  const at = 'at' in comparing ? comparing.at : undefined;
  return (
    <MergeDialog
      key={`${pair.a.id} ${pair.b.id}`}
      pair={pair}
      people={people}
      changes={changes}
      position={at === undefined || all < 2 ? undefined : texts.pairOf(at + 1, all)}
      onNext={at === undefined || all < 2 ? undefined : () => setComparing({ at: (at + 1) % all })}
      onDone={(kept) => {
        setComparing(at === undefined || all < 2 ? undefined : { at: Math.min(at, all - 2) });
        if (kept !== undefined) onKept(kept);
      }}
      onClose={() => setComparing(undefined)}
    />
  );
}

/** Typing in the search must not draw all of it with each key. */
const Views = memo(function Views({
  view,
  ...props
}: {
  readonly view: View;
  readonly people: People;
  readonly shown: readonly Contact[];
  readonly selected: string | undefined;
  readonly onSelect: (id: string) => void;
  readonly changes: PeopleChanges;
}) {
  switch (view) {
    case 'list':
      return <PeopleList {...props} />;
    case 'map':
      return <StakeholderMapView {...props} />;
    case 'organisation':
      return <OrganisationView {...props} />;
    case 'known':
      return <AcquaintanceTable {...props} />;
  }
});

/** Follows `?person=ID` in the address: from the search. Followed once. */
function useLinkedPerson(select: (id: string) => void): void {
  const id = new URLSearchParams(useSearch()).get('person');
  const [path, navigate] = useLocation();
  const follow = useEffectEvent((asked: string) => {
    navigate(`${path}?tab=people`, { replace: true });
    select(asked);
  });
  useEffect(() => {
    if (id !== null && id !== '') follow(id);
  }, [id]);
}

function Loaded({ accountId, facts, people, changes }: LoadedProps) {
  const texts = useText('people');
  const { format } = useLocale();
  const root = useRef<HTMLDivElement>(null);
  const addInput = useRef<HTMLInputElement>(null);
  const [view, setView] = useState<View>('list');
  const [query, setQuery] = useState('');
  const [sort, setSort] = useState<PeopleSort>('role');
  const [selectedId, setSelected] = useState<string | undefined>(undefined);
  const [comparing, setComparing] = useState<Comparing | undefined>(undefined);
  // An old note, or a hit of the search, may name somebody who was merged into another one.
  useLinkedPerson((id) => setSelected(people.byId.get(id)?.id ?? id));
  const shown = useShown(people, useDeferredValue(query), sort);
  const selected = selectedId === undefined ? undefined : people.byId.get(selectedId);
  const close = () => {
    const id = selectedId;
    setSelected(undefined);
    if (id !== undefined)
      root.current?.querySelector<HTMLElement>(`[data-person="${CSS.escape(id)}"]`)?.focus();
  };
  const onSelect = useCallback((id: string) => setSelected((before) => (before === id ? undefined : id)), []);
  usePeopleCommands({
    people,
    changes,
    selected,
    focusAdd: () => addInput.current?.focus(),
    focusSearch: () => root.current?.querySelector<HTMLElement>('input[type=search]')?.focus(),
    setView,
    compare: () => setComparing({ at: 0 }),
    close,
  });
  const all = people.contacts.length;
  const count =
    shown.length === all ? texts.count(all) : texts.found(format.number(shown.length), format.number(all));
  return (
    <div ref={root} className="kz-ppl" data-panel={selected !== undefined}>
      <div className="kz-ppl-main">
        {people.duplicates.length > 0 && (
          <Banner
            title={texts.duplicates(people.duplicates.length)}
            actions={
              <Button size="small" onClick={() => setComparing({ at: 0 })}>
                {texts.compare}
              </Button>
            }
          >
            {texts.duplicatesBody}
          </Banner>
        )}
        {all > 0 && <GapList gaps={people.gaps} onPerson={setSelected} />}
        <AddPerson accountId={accountId} changes={changes} input={addInput} />
        {all === 0 ? (
          <EmptyState icon={UsersRound} title={texts.noneTitle}>
            {texts.noneBody}
          </EmptyState>
        ) : (
          <>
            <Bar
              view={view}
              onView={setView}
              query={query}
              onQuery={setQuery}
              sort={sort}
              onSort={setSort}
              count={count}
            />
            <Views
              view={view}
              people={people}
              shown={shown}
              selected={selectedId}
              onSelect={onSelect}
              changes={changes}
            />
          </>
        )}
      </div>
      {selected !== undefined && (
        <PersonPanel
          key={selected.id}
          contact={selected}
          people={people}
          changes={changes}
          facts={facts}
          onMergeWith={(other) => setComparing({ a: selected.id, b: other })}
          onClose={close}
        />
      )}
      <Compare
        people={people}
        changes={changes}
        comparing={comparing}
        setComparing={setComparing}
        onKept={setSelected}
      />
    </div>
  );
}

export function PeopleTab(props: PeopleTabProps) {
  const { accountId, now = systemClock.now } = props;
  const texts = useText('people');
  const state = usePeople(accountId, now);
  const changes = usePeopleChanges();
  if (state.state === 'loading') return <Skeleton />;
  if (state.state === 'failed') {
    return (
      <ErrorState
        title={texts.failedTitle}
        actions={<Button onClick={() => location.reload()}>{texts.tryAgain}</Button>}
        detail={{ label: texts.details, text: String(state.error) }}
      >
        {texts.failedBody}
      </ErrorState>
    );
  }
  return (
    <div className="kz-ppl-room">
      <Loaded {...props} people={state.people} changes={changes} />
    </div>
  );
}
