/** What the breadcrumb adds behind the section: the name of the account that is open, say. */
import { useEffect } from 'react';
import { create } from 'zustand';

export interface Crumb {
  readonly label: string;
  /** Hash route without '#'; the last crumb needs none. */
  readonly href?: string;
}

export const useCrumbList = create<{ readonly crumbs: readonly Crumb[] }>()(() => ({ crumbs: [] }));

/** Shows the crumb behind the section while the component is mounted. Undefined while the name is not known yet. */
export function useCrumb(label: string | undefined): void {
  useEffect(() => {
    useCrumbList.setState({ crumbs: label === undefined ? [] : [{ label }] });
    return () => useCrumbList.setState({ crumbs: [] });
  }, [label]);
}
