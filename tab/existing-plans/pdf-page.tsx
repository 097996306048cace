import { GlobalWorkerOptions, getDocument, type PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { useEffect, useRef, useState } from 'react';

/** Draws pages of one PDF; its bytes are a child's plan and stay in memory. */
const openPdf = (bytes: Uint8Array) => {
  GlobalWorkerOptions.workerPort ??= new Worker(new URL('./pdf-worker.ts', import.meta.url), { type: 'module' });
  return getDocument({ data: bytes, isEvalSupported: false, enableXfa: false, useWasm: false, verbosity: 0 });
};

const usePdf = (bytes: Uint8Array): PDFDocumentProxy | null => {
  const [pdf, setPdf] = useState<PDFDocumentProxy | null>(null);
  useEffect(() => {
    const task = openPdf(bytes.slice());
    let shown = true;
    task.promise.then(
      (document) => shown && setPdf(document),
      () => undefined, // the lines stand beside an empty page; the file was read when it was brought in
    );
    return () => {
      shown = false;
      void task.destroy();
    };
  }, [bytes]);
  return pdf;
};

/** One page as the plan's own, as wide as its place; `onDrawn` tells a test and a reader that it is there. */
export const PdfPage = ({ bytes, page, width, label }: { bytes: Uint8Array; page: number; width: number; label: string }) => {
  const pdf = usePdf(bytes);
  const canvas = useRef<HTMLCanvasElement>(null);
  const [drawn, setDrawn] = useState(0);
  useEffect(() => {
    const element = canvas.current;
    if (!pdf || !element || width < 10) return;
    let task: { cancel(): void; promise: Promise<unknown> } | null = null;
    let wanted = true;
    void pdf.getPage(page).then((found) => {
      if (!wanted) return;
      const scale = (width / found.getViewport({ scale: 1 }).width) * Math.min(2, window.devicePixelRatio || 1);
      const viewport = found.getViewport({ scale });
      element.width = Math.round(viewport.width);
      element.height = Math.round(viewport.height);
      task = found.render({ canvas: element, viewport });
      task.promise.then(
        () => setDrawn(page),
        () => undefined, // another page was asked for meanwhile
      );
    });
    return () => {
      wanted = false;
      task?.cancel();
    };
  }, [pdf, page, width]);
  return <canvas ref={canvas} className="plan-canvas" role="img" aria-label={label} data-drawn={drawn} />;
};
