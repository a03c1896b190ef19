/** The settings screen, joined with who the user is. */
import { CadenceLink } from '#renderer/features/cadence/cadence-link.tsx';
import { RulesLink } from '#renderer/features/contradictions/rules-link.tsx';
import { ScorecardsLink } from '#renderer/features/scorecards/scorecards-link.tsx';
import { SettingsPage } from '#renderer/features/settings/settings-page.tsx';
import { WhoAmI } from '#renderer/features/tasks/who-am-i.tsx';
import { NotesLinks } from '#renderer/features/templates/notes-links.tsx';
import { useText } from '#renderer/i18n/locale.ts';

function HealthLinks() {
  const { settingsHint } = useText('scorecards');
  return (
    <>
      <p>{settingsHint}</p>
      <p className="kz-settings-row">
        <ScorecardsLink />
        <CadenceLink />
        <RulesLink />
      </p>
    </>
  );
}

export function SettingsScreen() {
  const health = useText('healthWords');
  return (
    <SettingsPage
      whoAmI={<WhoAmI />}
      notes={<NotesLinks />}
      health={{ title: health.title, content: <HealthLinks /> }}
    />
  );
}
