/** The part of markdown that Teams shows in a card: bold, italics, and a backslash that takes a sign's meaning away. */

const escaped = (text: string): string => text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;');

/** HTML for a card's text; U+E000 holds the place of signs that a backslash protects. Everything in it is escaped first, so nothing a person typed becomes markup. */
export const htmlOf = (markdown: string): string => {
  const kept: string[] = [];
  const hidden = escaped(markdown).replace(/\\([\\`*_[\]#~|.)+-])/g, (_, sign: string) => `\uE000${kept.push(sign) - 1}\uE000`);
  const marked = hidden.replace(/\*\*(.+?)\*\*/g, '<strong>$1</strong>').replace(/(?<![\w\uE000])_(.+?)_(?!\w)/g, '<em>$1</em>');
  return `<p>${marked.replace(/\uE000(\d+)\uE000/g, (_, index: string) => kept[Number(index)] ?? '')}</p>`;
};
