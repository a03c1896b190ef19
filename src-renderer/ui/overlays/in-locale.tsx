/** Tells React Aria which locale the app speaks; every overlay stands inside one. */
import type { ReactNode } from 'react';
import { I18nProvider } from 'react-aria-components/I18nProvider';
import { useLocale } from '#renderer/i18n/locale.ts';

export function InLocale({ children }: { readonly children: ReactNode }) {
  const { locale } = useLocale();
  return <I18nProvider locale={locale}>{children}</I18nProvider>;
}
