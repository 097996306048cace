/**
 * Windows that a pane opens through office.js (`displayDialogAsync`), played by a window of the browser: its page speaks to the pane that
 * opened it with `messageParent`, also after it went to another site and came back, and the pane hears when a person closes it.
 */
type Happening = { readonly message: string; readonly origin: string } | { readonly error: number };
type Handler = (happening: Happening) => void;
type Done = (result: { status: string; value?: unknown; error?: { code: number; message: string } }) => void;
type FromDialog = { readonly waymarkDialog: 'message'; readonly message: string };

export const EventType = { DialogMessageReceived: 'dialogMessageReceived', DialogEventReceived: 'dialogEventReceived' } as const;

/** Office's codes: the person closed the window; the browser let none be opened. */
const CLOSED = 12_006;
const BLOCKED = 12_009;

/** True in a window that a pane opened: it has no frame around it, and someone who opened it. */
export const isDialog = (): boolean => window.parent === window && window.opener !== null;

/** `Office.context.ui.messageParent` of a page in such a window. Only a pane of the same site hears it. */
export const messageParent = (message: string): void => {
  const said: FromDialog = { waymarkDialog: 'message', message };
  (window.opener as Window | null)?.postMessage(said, window.location.origin);
};

/** `Office.context.ui.displayDialogAsync`; `size` is in hundredths of the screen. */
export const displayDialogAsync = (address: string, size: { height?: number; width?: number }, done: Done): void => {
  const [height, width] = [((size.height ?? 80) * window.screen.height) / 100, ((size.width ?? 80) * window.screen.width) / 100];
  const opened = window.open(
    address,
    '_blank',
    `popup,width=${Math.max(360, Math.round(width))},height=${Math.max(480, Math.round(height))}`,
  );
  if (opened) done({ status: 'succeeded', value: heard(opened) });
  else done({ status: 'failed', error: { code: BLOCKED, message: 'The browser did not let a window be opened.' } });
};

const heard = (opened: Window) => {
  const handlers = new Map<string, Handler>();
  const listen = ({ source, origin, data }: MessageEvent<FromDialog | null>): void => {
    if (source === opened && data?.waymarkDialog === 'message')
      handlers.get(EventType.DialogMessageReceived)?.({ message: data.message, origin });
  };
  const look = setInterval(() => {
    if (!opened.closed) return;
    stop();
    handlers.get(EventType.DialogEventReceived)?.({ error: CLOSED });
  }, 300);
  const stop = (): void => {
    clearInterval(look);
    window.removeEventListener('message', listen);
  };
  window.addEventListener('message', listen);
  return {
    addEventHandler: (kind: string, handler: Handler) => handlers.set(kind, handler),
    close: () => {
      stop();
      opened.close();
    },
  };
};
