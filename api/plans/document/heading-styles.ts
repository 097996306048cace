import { scanXml } from '#api/plans/document/scan.ts';
import { W } from '#api/plans/document/xml.ts';

type Style = { based: string; heading: boolean };

/**
 * Which styles of a document are headings: those named *heading 1* and so on (the name is English in every language of Word, the id is
 * not), those with an outline level, and those based on one of them.
 */
export function readHeadingStyles(xml: string | null): (style: string) => boolean {
  const styles = new Map<string, Style>();
  let open: Style | null = null;
  if (xml) {
    scanXml(xml, {
      open: (name, namespace, attribute) => {
        if (namespace !== W) return;
        if (name === 'style') {
          open = { based: '', heading: false };
          styles.set(attribute('styleId') ?? '', open);
        } else if (open && name === 'name') open.heading ||= /^(heading \d|title|subtitle)$/i.test(attribute('val') ?? '');
        else if (open && name === 'basedOn') open.based = attribute('val') ?? '';
        else if (open && name === 'outlineLvl') open.heading ||= Number(attribute('val')) < 9;
      },
      close: (name) => {
        if (name === 'style') open = null;
      },
      text: () => {},
    });
  }
  return (id) => {
    let style = styles.get(id);
    for (let steps = 0; style && steps < 20; steps++) {
      if (style.heading) return true;
      style = styles.get(style.based);
    }
    return /^heading\d$/i.test(id);
  };
}
