import { createHash } from 'node:crypto';

/**
 * The request id of a press that carries words: the button's own, unless the words differ. A press that Teams repeats is one deed; a form
 * that stayed open and is sent again with other words is another one, and nothing typed is lost.
 */
export const samePress = (request: string, ...words: readonly (string | undefined)[]): string => {
  const digest = createHash('sha256')
    .update(JSON.stringify([request, ...words]))
    .digest('hex');
  return [digest.slice(0, 8), digest.slice(8, 12), `5${digest.slice(13, 16)}`, `8${digest.slice(17, 20)}`, digest.slice(20, 32)].join('-');
};
