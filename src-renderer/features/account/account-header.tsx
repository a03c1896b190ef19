/** The head of the account page: who it is, whose, where it stands, what it is worth, when it renews; edited in place. */
import { FilePen, Globe, StickyNote } from 'lucide-react';
import type { ReactNode } from 'react';
import { Link } from 'wouter';
import { useData } from '#renderer/data/data-context.ts';
import type { Fact } from '#renderer/data/facts.ts';
import { useKinds } from '#renderer/data/notes.ts';
import { kindLabel } from '#renderer/i18n/field-label.ts';
import { daysBetween, isoDateOf } from '#renderer/i18n/format.ts';
import { useLocale, useText } from '#renderer/i18n/locale.ts';
import { Badge } from '#renderer/ui/badge.tsx';
import { Button } from '#renderer/ui/button.tsx';
import { Money } from '#renderer/ui/figures.tsx';
import { Kbd } from '#renderer/ui/kbd.tsx';
import { useCommands } from '#renderer/ui/keys.ts';
import { MenuButton } from '#renderer/ui/menu.tsx';
import { PopoverButton } from '#renderer/ui/popover.tsx';
import { VisuallyHidden } from '#renderer/ui/visually-hidden.tsx';
import { openContact } from '#shared/domain/cadence/next-contact.ts';
import { firstWords } from '#shared/domain/notes/plain-text.ts';
import { nextRenewal, revenueOn } from '#shared/domain/revenue/revenue-on.ts';
import type { Account } from '#shared/model/account.ts';
import type { Draft } from '#shared/model/stored.ts';
import type { AccountView } from './account-view.ts';
import { FactField } from './fact-field.tsx';

interface AccountHeaderProps {
  readonly account: Account;
  readonly view: AccountView;
  /** 'YYYY-MM-DD'. */
  readonly today: string;
  readonly onNote: () => void;
  readonly onDraft: (draft: Draft) => void;
  readonly noteIsOpen: boolean;
  /** The score in one line: another feature. */
  readonly health?: ReactNode;
  /** What else can be done with the account: other features. */
  readonly actions?: ReactNode;
}

/** Days before a renewal from which it is set apart. */
const SOON = 90;

/** Drafts that are offered by name. */
const OFFERED = 10;

function blank(field: string): Fact {
  return { field, value: null, source: undefined, changedAt: undefined, conflict: undefined };
}

function Renewal({ account, view, today }: Pick<AccountHeaderProps, 'account' | 'view' | 'today'>) {
  const texts = useText('account');
  const { format } = useLocale();
  const own = account.renewalDate;
  const date = own ?? nextRenewal(view.subscriptions, today);
  const fact = view.facts.get('renewalDate') ?? blank('renewalDate');
  const days = date === undefined ? Number.NaN : daysBetween(today, date);
  return (
    <FactField noun="account" recordId={account.id} fact={fact}>
      {date !== undefined && (
        <span className="kz-acc-renewal">
          <span className="kz-figure">{format.date(date)}</span>
          {!Number.isNaN(days) && (
            <Badge tone={days <= SOON ? 'warning' : 'neutral'}>{format.relativeDays(days)}</Badge>
          )}
          {own === undefined && <span className="kz-acc-faint">{texts.fromSubscriptions}</span>}
        </span>
      )}
    </FactField>
  );
}

/** The contact that was agreed next, with the way to the note that says so. */
function NextContact({ account, view, today }: Pick<AccountHeaderProps, 'account' | 'view' | 'today'>) {
  const texts = useText('account');
  const { format } = useLocale();
  const planned = view.summary?.planned;
  const last = view.summary?.lastTouchAt;
  const next = openContact(
    planned,
    last === undefined ? undefined : { at: last, day: isoDateOf(last) },
    today,
  );
  if (planned === undefined || next === undefined) return null;
  return (
    <div>
      <dt>{texts.nextContact}</dt>
      <dd>
        <span className="kz-acc-renewal">
          <Link
            className="kz-figure"
            href={`/accounts/${encodeURIComponent(account.id)}?entry=${encodeURIComponent(planned.note)}`}
          >
            {next.on.slice(0, 4) === today.slice(0, 4) ? format.dateShort(next.on) : format.date(next.on)}
          </Link>
          <Badge tone={next.days < 0 ? 'warning' : 'neutral'}>{format.relativeDays(next.days)}</Badge>
        </span>
      </dd>
    </div>
  );
}

/** The sum of what counts today; pressing it shows the sum's parts in words. */
function Arr({ account, view, today }: Pick<AccountHeaderProps, 'account' | 'view' | 'today'>) {
  const texts = useText('account');
  const ui = useText('ui');
  const { format } = useLocale();
  const sums = revenueOn(view.subscriptions, today);
  const said = account.arr;
  const amounts = sums.length > 0 ? sums.map((sum) => sum.arr) : said === undefined ? [] : [said];
  if (amounts.length === 0) return <span className="kz-inline-empty">{ui.empty}</span>;
  return (
    <PopoverButton
      variant="quiet"
      className="kz-inline kz-acc-roomy"
      panelLabel={texts.arrWhy}
      panel={() => (
        <div className="kz-acc-said">
          {sums.length === 0 && <p>{texts.sourceArr}</p>}
          {sums.map((sum) => (
            <p key={sum.currency}>{texts.sumOf(sum.count, format.money(sum.arr))}</p>
          ))}
          {sums.length > 1 && <p>{texts.mixed}</p>}
          <p className="kz-acc-faint">{texts.formula(format.date(today))}</p>
          {sums.length > 0 && said !== undefined && (
            <p className="kz-acc-faint">{texts.sourceArrBeside(format.money(said))}</p>
          )}
        </div>
      )}
    >
      <VisuallyHidden>{texts.arrWhy}: </VisuallyHidden>
      <span className="kz-acc-amounts">
        {amounts.map((amount) => (
          <Money key={amount.currency} value={amount} />
        ))}
      </span>
    </PopoverButton>
  );
}

function Drafts({
  drafts,
  onDraft,
}: {
  readonly drafts: readonly Draft[];
  readonly onDraft: (draft: Draft) => void;
}) {
  const texts = useText('account');
  const { format } = useLocale();
  const fields = useText('fields');
  const kinds = useKinds();
  const [newest] = drafts;
  const offered = drafts.slice(0, OFFERED).map((draft) => ({
    draft,
    title: draft.subject.trim() || firstWords(draft.body, 40) || texts.untitled,
    hint: [kindLabel(fields, kinds, draft.kind), format.dateTime(draft.updatedAt)]
      .filter((part) => part !== '')
      .join(' · '),
  }));
  useCommands({
    id: 'account-drafts',
    title: texts.title,
    commands: offered.map(({ draft, title, hint }) => ({
      id: `account.draft.${draft.id}`,
      // Two may bear one title: of several each says when it was written.
      label: texts.continueDraft(offered.length === 1 ? title : `${title} · ${hint}`),
      run: () => onDraft(draft),
    })),
  });
  if (newest === undefined) return null;
  if (drafts.length > 1)
    return (
      <MenuButton
        variant="quiet"
        icon={FilePen}
        menuLabel={texts.draftWaits(drafts.length)}
        groups={[
          {
            id: 'drafts',
            entries: offered.map(({ draft, title, hint }) => ({
              id: draft.id,
              label: title,
              hint,
              run: () => onDraft(draft),
            })),
          },
        ]}
      >
        {texts.draftWaits(drafts.length)}
      </MenuButton>
    );
  return (
    <Button
      variant="quiet"
      icon={FilePen}
      data-tip={texts.continueDraft(offered[0]?.title ?? texts.untitled)}
      onClick={() => onDraft(newest)}
    >
      {texts.draftWaits(drafts.length)}
    </Button>
  );
}

function Domain({ domain }: { readonly domain: string }) {
  const { bridge } = useData();
  const url = /^https?:\/\//i.test(domain) ? domain.replace(/^http:/i, 'https:') : `https://${domain}`;
  return (
    <a
      className="kz-acc-domain"
      href={url}
      onClick={(event) => {
        event.preventDefault();
        bridge.call('app.openExternal', { url }).catch(() => undefined);
      }}
    >
      <Globe size={12} strokeWidth={1.75} aria-hidden />
      {domain.replace(/^https?:\/\//i, '')}
    </a>
  );
}

export function AccountHeader(props: AccountHeaderProps) {
  const { account, view, today, onNote, onDraft, noteIsOpen } = props;
  const texts = useText('account');
  const fields = useText('fields').labels.account;
  const fact = (field: string) => view.facts.get(field) ?? blank(field);
  const field = (name: 'owner' | 'stage' | 'segment' | 'touchModel') => (
    <div>
      <dt>{fields[name]}</dt>
      <dd>
        <FactField noun="account" recordId={account.id} fact={fact(name)} />
      </dd>
    </div>
  );
  return (
    <header className="kz-acc-head">
      <div className="kz-acc-name">
        <div className="kz-acc-who">
          <h2>
            <FactField noun="account" recordId={account.id} fact={fact('name')} />
          </h2>
          {account.nameKana !== undefined && (
            <span className="kz-acc-kana" lang="ja">
              <FactField noun="account" recordId={account.id} fact={fact('nameKana')} />
            </span>
          )}
          {props.health}
          {account.domain !== undefined && <Domain domain={account.domain} />}
        </div>
        <div className="kz-acc-actions">
          {!noteIsOpen && <Drafts drafts={view.drafts} onDraft={onDraft} />}
          <Button icon={StickyNote} aria-keyshortcuts="n" aria-expanded={noteIsOpen} onClick={onNote}>
            {texts.note}
            <Kbd keys="n" />
          </Button>
          {props.actions}
        </div>
      </div>
      <dl className="kz-acc-line">
        {field('stage')}
        {field('owner')}
        {field('segment')}
        {field('touchModel')}
        <div>
          <dt>{fields.arr}</dt>
          <dd>
            <Arr account={account} view={view} today={today} />
          </dd>
        </div>
        <div>
          <dt>{texts.renews}</dt>
          <dd>
            <Renewal account={account} view={view} today={today} />
          </dd>
        </div>
        <NextContact account={account} view={view} today={today} />
        <div>
          <dt>{fields.tags}</dt>
          <dd>
            <FactField noun="account" recordId={account.id} fact={fact('tags')}>
              {account.tags !== undefined && account.tags.length > 0 && (
                <span className="kz-acc-tags">
                  {account.tags.map((tag) => (
                    <Badge key={tag}>{tag}</Badge>
                  ))}
                </span>
              )}
            </FactField>
          </dd>
        </div>
      </dl>
    </header>
  );
}
