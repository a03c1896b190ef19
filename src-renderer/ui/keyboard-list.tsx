/** Every command that has a key, by scope; scopes of one name stand together. */
import { Kbd } from './kbd.tsx';
import './keyboard-list.css';
import { type Command, useCommandScopes } from './keys.ts';

export function KeyboardList() {
  const scopes = useCommandScopes();
  const byTitle = new Map<string, Command[]>();
  for (const { title, commands } of scopes.toReversed()) {
    const withKeys = commands.filter((command) => command.keys !== undefined);
    if (withKeys.length > 0) byTitle.set(title, [...(byTitle.get(title) ?? []), ...withKeys]);
  }
  return (
    <div className="kz-keyboard-list">
      {[...byTitle].map(([title, commands]) => (
        <section key={title}>
          <h3>{title}</h3>
          <ul>
            {commands.map((command) => (
              <li key={command.id}>
                <span>{command.label}</span>
                {command.keys?.[0] !== undefined && <Kbd keys={command.keys[0]} />}
              </li>
            ))}
          </ul>
        </section>
      ))}
    </div>
  );
}
