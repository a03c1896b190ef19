/** Inserts a template, its variables filled for this account and day. */
import { LayoutTemplate } from 'lucide-react';
import { useData } from '#renderer/data/data-context.ts';
import { useTemplates } from '#renderer/data/notes.ts';
import { getAccount, summaryOf } from '#renderer/data/records.ts';
import type { TemplateView } from '#renderer/data/templates.ts';
import { choiceLabel } from '#renderer/i18n/field-label.ts';
import { isoDateOf } from '#renderer/i18n/format.ts';
import { useLocale, useText } from '#renderer/i18n/locale.ts';
import { useCommands } from '#renderer/ui/keys.ts';
import { MenuButton } from '#renderer/ui/menu.tsx';
import { renderTemplate } from '#shared/domain/notes/render-template.ts';
import { type TemplateWords, templateValues } from '#shared/domain/notes/template-values.ts';
import { toAccountRow } from '#shared/domain/summary/account-row.ts';

/** How values of variables are written for the reader of this locale. */
export function useTemplateWords(): TemplateWords {
  const { format } = useLocale();
  const fields = useText('fields');
  const { date, time, money, number, list } = format;
  return { date, time, money, number, list, stage: (stage) => choiceLabel(fields, 'stage', stage) };
}

export interface TemplateContext {
  readonly accountId: string;
  readonly at: number;
  readonly attendees: readonly string[];
  readonly me: string | undefined;
}

/** Fills a template for the account as it stands now. */
export function useFillTemplate(): (body: string, context: TemplateContext) => Promise<string> {
  const { db } = useData();
  const words = useTemplateWords();
  return async (body, { accountId, at, attendees, me }) => {
    const [account, summary] = await Promise.all([getAccount(db, accountId), summaryOf(db, accountId)]);
    const row = account === undefined ? undefined : toAccountRow(account, summary, isoDateOf(at));
    return renderTemplate(body, templateValues({ row, at, dayOf: isoDateOf, attendees, me }, words));
  };
}

interface TemplateMenuProps {
  readonly onInsert: (template: TemplateView) => void;
}

export function TemplateMenu({ onInsert }: TemplateMenuProps) {
  const texts = useText('notes');
  const { language } = useLocale();
  const live = useTemplates();
  const all = live.state === 'ready' ? live.value : [];
  const own = all.filter((template) => !template.builtIn);
  const delivered = all.filter((template) => template.builtIn && template.language === language);
  const entry = (template: TemplateView) => ({
    id: template.id,
    label: template.name,
    run: () => onInsert(template),
  });
  useCommands({
    id: 'note-templates',
    title: texts.templateNames,
    commands: [...own, ...delivered].map((template) => ({
      id: `note.template.${template.id}`,
      label: texts.commands.insert(template.name),
      run: () => onInsert(template),
    })),
  });
  return (
    <MenuButton
      variant="quiet"
      size="small"
      icon={LayoutTemplate}
      menuLabel={texts.insertTemplate}
      groups={[
        ...(own.length === 0 ? [] : [{ id: 'own', entries: own.map(entry) }]),
        { id: 'delivered', entries: delivered.map(entry) },
      ]}
    >
      {texts.template}
    </MenuButton>
  );
}
