import { Switch } from '@fluentui/react-components';
import { useState } from 'react';
import { lettersAreOn, turnLetters } from '../kit/keys.ts';
import { KeysList } from '../kit/keys-list.tsx';
import { PageHeader } from '../kit/page-header.tsx';
import { Section } from '../kit/section.tsx';

/** Every key, and single letters off for those who type by voice or press keys by accident. */
export const KeyboardSetting = () => {
  const [on, setOn] = useState(lettersAreOn);
  return (
    <>
      <PageHeader title="Keyboard" aside="Kept on this device" />
      <Section title="Single letters">
        <div className="settings-switch">
          <Switch
            label="Letters such as L, J or ? do something when no field has focus"
            checked={on}
            onChange={(_, chosen) => {
              turnLetters(chosen.checked);
              setOn(lettersAreOn());
            }}
          />
          <p className="wm-second">Arrows, Enter, Space, Esc and Ctrl+Enter always work.</p>
        </div>
      </Section>
      <Section title="All keys">
        <div className="wm-keys-groups settings-keys">
          <KeysList />
        </div>
      </Section>
    </>
  );
};
