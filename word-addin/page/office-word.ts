/**
 * The one place that sees office.js. It reads the open document, finds passages by tag and replaces their text. It never adds a
 * content control: on Word for the web that breaks saving and co-authoring, so every control is made on the server.
 */

const SLICE = 4 * 1024 * 1024;

/** Whether this page runs inside Word. Elsewhere office.js answers without a host. */
export const insideWord = async (): Promise<boolean> => {
  const { host } = await Office.onReady();
  return host === Office.HostType.Word;
};

const fromOffice = <T>(ask: (done: (result: Office.AsyncResult<T>) => void) => void): Promise<T> =>
  new Promise((resolve, reject) => {
    ask((result) => {
      if (result.status === Office.AsyncResultStatus.Succeeded) resolve(result.value);
      else reject(new Error(`Word did not hand over the document: ${result.error.message}`));
    });
  });

const slicesOf = async (file: Office.File): Promise<Uint8Array> => {
  const bytes = new Uint8Array(file.size);
  let at = 0;
  for (let index = 0; index < file.sliceCount; index += 1) {
    const slice = await fromOffice<Office.Slice>((done) => file.getSliceAsync(index, done));
    const part = Uint8Array.from(slice.data as ArrayLike<number>);
    bytes.set(part, at);
    at += part.byteLength;
  }
  return bytes;
};

/** The open document as a .docx, with what has been typed since it was last saved. */
export const openDocument = async (): Promise<Uint8Array> => {
  const file = await fromOffice<Office.File>((done) =>
    Office.context.document.getFileAsync(Office.FileType.Compressed, { sliceSize: SLICE }, done),
  );
  try {
    return await slicesOf(file);
  } finally {
    // Word keeps no more than two files open for an add-in.
    file.closeAsync();
  }
};

/** Whether the open document may be read but not changed: a share for reading, a protected view, a checked-out file. */
export const isReadOnly = (): boolean => Office.context.document.mode === Office.DocumentMode.ReadOnly;

/** Selects the passage with this tag in the page; false where the document no longer has it. */
export const showPassage = (tag: string): Promise<boolean> =>
  Word.run(async (context) => {
    const control = context.document.contentControls.getByTag(tag).getFirstOrNullObject();
    control.load('id');
    await context.sync();
    if (control.isNullObject) return false;
    control.select();
    await context.sync();
    return true;
  });

/** Replaces the text of the passage with this tag; false where the document no longer has it. */
export const replacePassage = (tag: string, text: string): Promise<boolean> =>
  Word.run(async (context) => {
    const control = context.document.contentControls.getByTag(tag).getFirstOrNullObject();
    control.load('id');
    await context.sync();
    if (control.isNullObject) return false;
    control.insertText(text, Word.InsertLocation.replace);
    await context.sync();
    return true;
  });

/** The text of the passage with this tag as it stands in the page, or null. */
export const passageText = (tag: string): Promise<string | null> =>
  Word.run(async (context) => {
    const control = context.document.contentControls.getByTag(tag).getFirstOrNullObject();
    control.load('text');
    await context.sync();
    return control.isNullObject ? null : control.text;
  });

/** The tag of the passage the cursor stands in, or null. */
export const passageAtCursor = (): Promise<string | null> =>
  Word.run(async (context) => {
    const control = context.document.getSelection().parentContentControlOrNullObject;
    control.load('tag');
    await context.sync();
    return control.isNullObject ? null : control.tag;
  });

/** Calls back with each move of the cursor; answers how to stop. */
export const onCursorMove = (moved: () => void): (() => void) => {
  Office.context.document.addHandlerAsync(Office.EventType.DocumentSelectionChanged, moved);
  return () => Office.context.document.removeHandlerAsync(Office.EventType.DocumentSelectionChanged, { handler: moved });
};

/** Opens a document of the library: in the Word of this machine where there is one, else in the browser. */
export const openFromLibrary = (webUrl: string): void => {
  if (Office.context.requirements.isSetSupported('OpenBrowserWindowApi', '1.1')) Office.context.ui.openBrowserWindow(webUrl);
  else window.open(webUrl, '_blank', 'noopener');
};

/**
 * Opens a .docx, handed over as base64, as a document of its own beside the one that is open; it lies in no library until somebody saves it.
 * False where this Word cannot (before WordApi 1.3).
 */
export const openCopy = async (base64: string): Promise<boolean> => {
  if (!Office.context.requirements.isSetSupported('WordApi', '1.3')) return false;
  return Word.run(async (context) => {
    context.application.createDocument(base64).open();
    await context.sync();
    return true;
  });
};

/** True where the host hands out tokens itself (nested app authentication). Outside Office the question throws: then no. */
export const hostSignsIn = (): boolean => {
  try {
    return Office.context.requirements.isSetSupported('NestedAppAuth', '1.1');
  } catch {
    return false;
  }
};

/** The token in what the dialog sent; nothing is taken from a page that is not ours. Older hosts do not name the page. */
const tokenIn = ({ message, origin }: { message: string; origin: string | undefined }): string | null => {
  if (origin !== undefined && origin !== window.location.origin) return null;
  try {
    const { token } = JSON.parse(message) as { token?: unknown };
    return typeof token === 'string' && token ? token : null;
  } catch {
    return null;
  }
};

/** Opens our sign-in page in a dialog and answers the token it sends back. */
export const signInDialog = (address: string): Promise<string> =>
  new Promise((resolve, reject) => {
    Office.context.ui.displayDialogAsync(address, { height: 60, width: 30 }, (opened) => {
      if (opened.status !== Office.AsyncResultStatus.Succeeded) {
        reject(new Error('Word did not open the sign-in window.'));
        return;
      }
      const dialog = opened.value;
      dialog.addEventHandler(Office.EventType.DialogMessageReceived, (message) => {
        dialog.close();
        const token = 'message' in message ? tokenIn(message) : null;
        if (token) resolve(token);
        else reject(new Error('You are not signed in.'));
      });
      dialog.addEventHandler(Office.EventType.DialogEventReceived, () => reject(new Error('The sign-in window was closed.')));
    });
  });

/** Sends the token from the sign-in dialog to the pane that opened it. */
export const answerPane = (answer: { token?: string }): void => Office.context.ui.messageParent(JSON.stringify(answer));

/** Ties the ribbon's buttons to what they do. Each shows the pane first: what a button does is always seen. */
export const onRibbon = (deeds: Record<string, () => void>): void => {
  for (const [name, deed] of Object.entries(deeds)) {
    Office.actions.associate(name, async (event: Office.AddinCommands.Event) => {
      try {
        await Office.addin.showAsTaskpane();
        deed();
      } finally {
        // Word greys the button out until it hears this.
        event.completed();
      }
    });
  }
};

/** The colours of the Office theme in use, to be light or dark with it. */
export const isDarkTheme = (): boolean => {
  const background = Office.context.officeTheme?.bodyBackgroundColor;
  if (!background) return false;
  const [red = 255, green = 255, blue = 255] = [1, 3, 5].map((at) => Number.parseInt(background.slice(at, at + 2), 16));
  return (red * 299 + green * 587 + blue * 114) / 1000 < 128;
};
