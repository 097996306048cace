import type { FileReply } from '#contract/access.ts';

/** Hands a file that came as text to the reader's device. */
export const saveFile = ({ name, type, base64 }: FileReply): void => {
  const bytes = Uint8Array.from(atob(base64), (sign) => sign.charCodeAt(0));
  const address = URL.createObjectURL(new Blob([bytes], { type }));
  const link = Object.assign(document.createElement('a'), { href: address, download: name });
  link.click();
  // the browser has taken hold of it by the next turn
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
};
