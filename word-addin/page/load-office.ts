/**
 * Loads office.js from where the configuration says: Microsoft's own copy in production, the npm copy behind the local Word room.
 * Outside Word it sets `history.pushState` to null, which breaks whatever navigates; both are put back.
 */
export const loadOffice = async (script: string): Promise<void> => {
  const { pushState, replaceState } = window.history;
  await new Promise<void>((resolve, reject) => {
    const element = document.createElement('script');
    element.src = script;
    element.onload = () => resolve();
    element.onerror = () => reject(new Error('Word’s own script could not be loaded.'));
    document.head.append(element);
  });
  window.history.pushState = pushState;
  window.history.replaceState = replaceState;
};
