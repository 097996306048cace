/** Hands a file that the service wrote to the browser, which saves it under its name. */
export const saveFile = ({ name, type, content }: { readonly name: string; readonly type: string; readonly content: string }): void => {
  const bytes = Uint8Array.from(atob(content), (sign) => sign.charCodeAt(0));
  const address = URL.createObjectURL(new Blob([bytes], { type }));
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
};
