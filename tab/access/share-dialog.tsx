import { Checkbox } from '@fluentui/react-components';
import { useState } from 'react';
import type { Access, Membership } from '#contract/access.ts';
import { FormDialog } from '../kit/form-dialog.tsx';
import type { AccessChange } from './use-access-change.ts';

type Props = { member: Membership; documents: Access['documents']; change: AccessChange; onClose: () => void };

/** Which documents somebody from outside is shown: these and no others. */
export const ShareDialog = ({ member, documents, change, onClose }: Props) => {
  const [chosen, setChosen] = useState<readonly string[]>(member.shared);
  const save = () =>
    change.send('shareWith', { path: { member: member.id }, body: { documents: chosen } }, `Shared with ${member.name}: ${chosen.length}`);
  return (
    <FormDialog title={`Share with ${member.name}`} save="Share these" saving={change} ready onSave={save} onClose={onClose}>
      <p>
        They see strengths, needs, goals and provision, what they gave themselves, and the documents chosen here, until their last day on
        the team.
      </p>
      {documents.length === 0 ? <p>There is no document in this case yet.</p> : null}
      {documents.map(({ id, name }) => (
        <Checkbox
          key={id}
          label={name}
          checked={chosen.includes(id)}
          onChange={(_, { checked }) => setChosen(checked ? [...chosen, id] : chosen.filter((other) => other !== id))}
        />
      ))}
    </FormDialog>
  );
};
