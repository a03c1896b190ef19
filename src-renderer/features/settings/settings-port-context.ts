/** How the settings screen finds its port; the app provides it at the root. */
import { createContext, useContext } from 'react';
import type { SettingsPort } from './settings-port.ts';

export const SettingsPortContext = createContext<SettingsPort | undefined>(undefined);

export function useSettingsPort(): SettingsPort | undefined {
  return useContext(SettingsPortContext);
}
