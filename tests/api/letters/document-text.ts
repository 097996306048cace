import { strFromU8, unzipSync } from 'fflate';

/** What a .docx says, paragraph by paragraph; or the WordprocessingML itself. */
export const documentText = async (bytes: Uint8Array | undefined, xml = false): Promise<string> => {
  const main = unzipSync(bytes ?? new Uint8Array())['word/document.xml'];
  const found = strFromU8(main ?? new Uint8Array());
  return xml ? found : found.replace(/<\/w:p>/g, '\n').replace(/<[^>]+>/g, '');
};
