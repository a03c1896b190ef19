/** Language, scheme and the beginning of the fiscal year; each takes effect at once. */
import { fiscalQuarterOf, isoDateOf } from '#renderer/i18n/format.ts';
import { useLocale, useText } from '#renderer/i18n/locale.ts';
import { RadioGroup } from '#renderer/ui/choice.tsx';
import { Select } from '#renderer/ui/select.tsx';
import { setPreferences, usePreferences } from '#renderer/ui-state/preferences.ts';
import { SettingsSection } from './settings-section.tsx';

const MONTHS = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12] as const;

export function DisplaySettings() {
  const texts = useText('settings');
  const { format, locale } = useLocale();
  const { language, scheme, fiscalYearStart } = usePreferences();
  const monthName = new Intl.DateTimeFormat(locale, { month: 'long', timeZone: 'UTC' });
  const quarter = fiscalQuarterOf(isoDateOf(Date.now()), fiscalYearStart);
  return (
    <SettingsSection title={texts.display}>
      <RadioGroup
        label={texts.language}
        value={language}
        onChange={(value) => setPreferences({ language: value })}
        options={[
          { value: 'system', label: texts.languageSystem },
          { value: 'en', label: 'English' },
          { value: 'ja', label: '日本語' },
        ]}
      />
      <RadioGroup
        label={texts.scheme}
        value={scheme}
        onChange={(value) => setPreferences({ scheme: value })}
        options={[
          { value: 'system', label: texts.schemeSystem },
          { value: 'light', label: texts.schemeLight },
          { value: 'dark', label: texts.schemeDark },
        ]}
      />
      <Select
        label={texts.fiscalStart}
        hint={texts.fiscalExample(format.fiscalQuarter(quarter))}
        value={String(fiscalYearStart)}
        onChange={(value) => setPreferences({ fiscalYearStart: Number(value) })}
        options={MONTHS.map((month) => ({
          value: String(month),
          label: monthName.format(Date.UTC(2026, month - 1, 1)),
        }))}
      />
    </SettingsSection>
  );
}
