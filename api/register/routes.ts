import { z } from 'zod';
import { id } from '#contract/fields.ts';
import { registerChoices, registerFileRequest, registerImportRequest, registerUpload } from '#contract/register.ts';
import { to } from '../http/route.ts';

/** A workbook of 25 MB, written as base64. */
const A_WORKBOOK = { limit: 36 * 1_048_576 } as const;
/** Choices of a workbook with thousands of repairs. */
const CHOICES = { limit: 8 * 1_048_576 } as const;

const reading = z.strictObject({ reading: id });
const link = z.strictObject({ link: id });
const imported = z.strictObject({ import: id });
const words = z.strictObject({ words: z.string().max(200).default('') });

/** Addresses by which a register is brought in. */
export const registerRoutes = {
  registerOverview: to({}, (casework, actor) => casework.openRegister(actor)),
  registerFiles: to({ query: words }, (casework, actor, ask) => casework.findRegisterFiles(actor, ask)),
  registerRead: to(
    { body: registerUpload },
    (casework, actor, { name, content }) => casework.readRegister(actor, { name, bytes: Buffer.from(content, 'base64') }),
    A_WORKBOOK,
  ),
  registerReadFile: to({ body: registerFileRequest }, (casework, actor, ask) => casework.readRegisterFile(actor, ask)),
  registerReadAgain: to({ path: link }, (casework, actor, ask) => casework.readRegisterAgain(actor, ask)),
  registerForgetLink: to({ path: link }, (casework, actor, ask) => casework.forgetRegisterLink(actor, ask)),
  registerPreview: to({ path: reading, body: registerChoices }, (casework, actor, ask) => casework.previewRegister(actor, ask), CHOICES),
  registerImport: to(
    { path: reading, body: registerImportRequest },
    (casework, actor, ask) => casework.importRegister(actor, ask),
    CHOICES,
  ),
  registerUndo: to({ path: imported }, (casework, actor, ask) => casework.undoRegister(actor, ask)),
};
