/** One part of the settings: its heading at the left, its content at the right, a hairline above. */
import { type ReactNode, useId } from 'react';

export function SettingsSection({
  title,
  children,
}: {
  readonly title: string;
  readonly children: ReactNode;
}) {
  const id = useId();
  return (
    <section className="kz-settings-section" aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      <div className="kz-settings-body">{children}</div>
    </section>
  );
}
