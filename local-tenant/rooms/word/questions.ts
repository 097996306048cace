/** What a person is asked before something typed could be lost. */
const button = (label: string, value: string): HTMLButtonElement => {
  const made = document.createElement('button');
  made.value = value;
  made.textContent = label;
  return made;
};

const ask = <Answer extends string>(words: string, answers: Readonly<Record<Answer, string>>, otherwise: Answer): Promise<Answer> =>
  new Promise((resolve) => {
    const dialog = document.createElement('dialog');
    const form = document.createElement('form');
    form.method = 'dialog';
    const line = document.createElement('p');
    line.id = 'question';
    line.textContent = words;
    const choices = document.createElement('div');
    choices.className = 'choices';
    choices.append(...Object.entries<string>(answers).map(([value, label]) => button(label, value)));
    form.append(line, choices);
    dialog.setAttribute('aria-labelledby', line.id);
    dialog.append(form);
    dialog.addEventListener('close', () => {
      dialog.remove();
      resolve((dialog.returnValue || otherwise) as Answer);
    });
    document.body.append(dialog);
    dialog.showModal();
  });

/** Another document is to be opened while this one has changes. */
export const whatOfChanges = (name: string): Promise<'save' | 'leave' | 'stay'> =>
  ask<'save' | 'leave' | 'stay'>(
    `${name} has changes that are not saved.`,
    { save: 'Save them', leave: 'Go on without them', stay: 'Stay here' },
    'stay',
  );

/** Somebody saved the same document meanwhile; the library keeps either as a version. */
export const whatOfClash = (words: string): Promise<'mine' | 'theirs' | 'wait'> =>
  ask<'mine' | 'theirs' | 'wait'>(
    `${words} What you typed is still on this page.`,
    { mine: 'Save mine as the newest version', theirs: 'Open theirs and leave mine', wait: 'Not now' },
    'wait',
  );
