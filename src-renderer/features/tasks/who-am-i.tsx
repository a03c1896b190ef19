/** Says who the user of this machine is, so that "mine" means something: asked in the list and in the settings. */
import { useState } from 'react';
import { Button } from '#renderer/ui/button.tsx';
import { ComboBox } from '#renderer/ui/combo-box.tsx';
import { useTaskActions } from './task-actions.ts';
import './tasks.css';
import { useTaskWords } from './task-words.ts';
import { type OurSide, useOurSide, useTaskAccounts } from './use-tasks.ts';

function AskMe({ ourSide, onDone }: { readonly ourSide: OurSide; readonly onDone?: () => void }) {
  const words = useTaskWords();
  const { texts } = words;
  const actions = useTaskActions(words);
  const [name, setName] = useState(ourSide.me ?? '');
  const save = async () => {
    if (name.trim() !== '' && (await actions.setMe(name.trim()))) onDone?.();
  };
  return (
    <form
      className="kz-task-me-form"
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <ComboBox
        label={texts.meName}
        value={name}
        allowsOther
        options={ourSide.names.map((each) => ({ value: each, label: each }))}
        onChange={setName}
      />
      <Button type="submit" variant="primary">
        {texts.meSave}
      </Button>
    </form>
  );
}

/** Above the list while nobody has said. */
export function AskWhoIAm({ ourSide }: { readonly ourSide: OurSide }) {
  const { texts } = useTaskWords();
  return (
    <section className="kz-task-me" aria-label={texts.me}>
      <div>
        <h2>{texts.me}</h2>
        <p className="kz-task-faint">{texts.meWhy}</p>
      </div>
      <AskMe ourSide={ourSide} />
    </section>
  );
}

/** For the settings. */
export function WhoAmI() {
  const { texts } = useTaskWords();
  const ourSide = useOurSide(useTaskAccounts());
  const [asking, setAsking] = useState(false);
  if (!ourSide.asked) return null;
  if (ourSide.me === undefined || asking) {
    return (
      <>
        <p className="kz-task-faint">{texts.meWhy}</p>
        <AskMe ourSide={ourSide} onDone={() => setAsking(false)} />
      </>
    );
  }
  return (
    <p className="kz-task-me-known">
      {texts.meIs(ourSide.me)} <Button onClick={() => setAsking(true)}>{texts.meChange}</Button>
    </p>
  );
}
