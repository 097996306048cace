/** Where a document of the library opens: Word itself, or locally the room that plays Word. Null where nothing can open it. */
export const wordAddress = (webUrl: string | null, wordRoom: string | null, itemId?: string): string | null => {
  if (wordRoom) {
    if (itemId) return `${wordRoom}?item=${encodeURIComponent(itemId)}`;
    return webUrl?.endsWith('.docx') ? `${wordRoom}?address=${encodeURIComponent(webUrl)}` : null;
  }
  if (!webUrl) return null;
  return webUrl.split('?')[0]?.endsWith('.docx') ? `ms-word:ofe|u|${webUrl}` : webUrl;
};
