/** Every route of this release and its screen; only the accounts table is part of the start-up path. */
import { lazy } from 'react';
import { Redirect, Route, Switch } from 'wouter';
import { Opened } from './opened.tsx';
import { AccountsScreen } from './screens/accounts-screen.tsx';

const AccountScreen = lazy(() =>
  import('./screens/account-screen.tsx').then((file) => ({ default: file.AccountScreen })),
);
const TodayScreen = lazy(() =>
  import('./screens/today-screen.tsx').then((file) => ({ default: file.TodayScreen })),
);
const MeetingScreen = lazy(() =>
  import('./screens/meeting-screen.tsx').then((file) => ({ default: file.MeetingScreen })),
);
const TasksScreen = lazy(() =>
  import('./screens/tasks-screen.tsx').then((file) => ({ default: file.TasksScreen })),
);
const PlaybooksScreen = lazy(() =>
  import('./screens/playbooks-screen.tsx').then((file) => ({ default: file.PlaybooksScreen })),
);
const PortfolioScreen = lazy(() =>
  import('./screens/portfolio-screen.tsx').then((file) => ({ default: file.PortfolioScreen })),
);
const SourcesScreen = lazy(() =>
  import('./screens/sources-screen.tsx').then((file) => ({ default: file.SourcesScreen })),
);
const SettingsScreen = lazy(() =>
  import('./screens/settings-screen.tsx').then((file) => ({ default: file.SettingsScreen })),
);
const NotesSettingsScreen = lazy(() =>
  import('./screens/notes-settings-screen.tsx').then((file) => ({ default: file.NotesSettingsScreen })),
);
const ScorecardsScreen = lazy(() =>
  import('./screens/scorecards-screen.tsx').then((file) => ({ default: file.ScorecardsScreen })),
);
const CadenceScreen = lazy(() =>
  import('./screens/cadence-screen.tsx').then((file) => ({ default: file.CadenceScreen })),
);
const OwnRulesScreen = lazy(() =>
  import('./screens/own-rules-screen.tsx').then((file) => ({ default: file.OwnRulesScreen })),
);
const NotFoundScreen = lazy(() =>
  import('./screens/not-found-screen.tsx').then((file) => ({ default: file.NotFoundScreen })),
);

export function Routes() {
  return (
    <Switch>
      <Route path="/">
        <Redirect to="/accounts" replace />
      </Route>
      <Route path="/accounts">
        <AccountsScreen />
      </Route>
      <Route path="/accounts/:id">
        {({ id }) => (
          <Opened>
            <AccountScreen key={id} id={id} />
          </Opened>
        )}
      </Route>
      <Route path="/accounts/:id/meeting">
        {({ id }) => (
          <Opened>
            <MeetingScreen key={id} id={id} />
          </Opened>
        )}
      </Route>
      <Route path="/today">
        <Opened>
          <TodayScreen />
        </Opened>
      </Route>
      <Route path="/tasks">
        <Opened>
          <TasksScreen />
        </Opened>
      </Route>
      <Route path="/tasks/playbooks/:id?">
        {({ id }) => (
          <Opened>
            <PlaybooksScreen id={id} />
          </Opened>
        )}
      </Route>
      <Route path="/portfolio/:tab?">
        {({ tab }) => (
          <Opened>
            <PortfolioScreen tab={tab} />
          </Opened>
        )}
      </Route>
      <Route path="/sources" nest>
        <Opened>
          <SourcesScreen />
        </Opened>
      </Route>
      <Route path="/settings/notes/:part">
        {({ part }) => (
          <Opened>
            <NotesSettingsScreen part={part} />
          </Opened>
        )}
      </Route>
      <Route path="/settings/scorecards/:id?">
        {({ id }) => (
          <Opened>
            <ScorecardsScreen id={id} />
          </Opened>
        )}
      </Route>
      <Route path="/settings/cadence">
        <Opened>
          <CadenceScreen />
        </Opened>
      </Route>
      <Route path="/settings/contradictions">
        <Opened>
          <OwnRulesScreen />
        </Opened>
      </Route>
      <Route path="/settings">
        <Opened>
          <SettingsScreen />
        </Opened>
      </Route>
      <Route>
        <NotFoundScreen />
      </Route>
    </Switch>
  );
}
