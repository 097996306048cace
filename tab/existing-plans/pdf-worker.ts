/** The thread in which the browser draws PDF pages: a file of its own, so that pages without a PDF never load it. */
import 'pdfjs-dist/legacy/build/pdf.worker.min.mjs';
