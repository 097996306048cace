import { useState } from 'react';
import { useReach } from '../kit/reach.ts';

/** Puts words on the clipboard, and says beside the button and to a screen reader whether that worked. */
export const useCopy = () => {
  const { announce } = useReach();
  const [said, setSaid] = useState('');
  const copy = async (words: string) => {
    const outcome = await navigator.clipboard.writeText(words).then(
      () => 'Copied.',
      () => 'This browser does not let Waymark copy. Select the text above instead.',
    );
    setSaid(outcome);
    announce(outcome);
  };
  return { copy, said };
};
