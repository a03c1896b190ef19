/** Every command that has a key, by scope. */
import { Kbd } from './kbd.tsx';
import './keyboard-list.css';
import { useCommandScopes } from './keys.ts';

export function KeyboardList() {
  const scopes = useCommandScopes();
  const shown = scopes
    .map((scope) => ({ ...scope, commands: scope.commands.filter((command) => command.keys !== undefined) }))
    .filter((scope) => scope.commands.length > 0)
    .toReversed();
  return (
    <div className="kz-keyboard-list">
      {shown.map((scope) => (
        <section key={scope.id}>
          <h3>{scope.title}</h3>
          <ul>
            {scope.commands.map((command) => (
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
