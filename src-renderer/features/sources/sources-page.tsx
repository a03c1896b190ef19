/** The sources screen and the import below it, as routes of one feature. */
import { Route, Switch } from 'wouter';
import { ImportPage } from './import-page.tsx';
import { SourceList } from './source-list.tsx';

/** Mounted below `/sources` as a nested route. */
export function SourcesPage() {
  return (
    <Switch>
      <Route path="/import">
        <ImportPage />
      </Route>
      <Route>
        <SourceList />
      </Route>
    </Switch>
  );
}
