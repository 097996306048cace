import { Zip, ZipDeflate, ZipPassThrough } from 'fflate';

/** Takes a piece of the finished archive; pieces come in order. */
type Take = (number: number, bytes: Uint8Array) => Promise<void>;

const PIECE = 2 * 1024 * 1024;
const PACKED = /\.(docx|xlsx|pptx|zip|png|jpe?g|gif|mp4|m4a)$/i;

/** A zip written entry by entry and handed on piece by piece, so that its whole never stands in memory. */
export class ArchiveZip {
  private readonly take: Take;
  private readonly zip: Zip;
  private waiting: Uint8Array[] = [];
  private fault: Error | null = null;
  private number = 0;
  /** Bytes so far. */
  bytes = 0;

  constructor(take: Take) {
    this.take = take;
    this.zip = new Zip((fault, chunk) => {
      if (fault) this.fault = fault;
      else this.waiting.push(chunk);
    });
  }

  async add(name: string, content: Uint8Array | string): Promise<void> {
    const entry = PACKED.test(name) ? new ZipPassThrough(name) : new ZipDeflate(name, { level: 6 });
    this.zip.add(entry);
    entry.push(typeof content === 'string' ? new TextEncoder().encode(content) : content, true);
    await this.handOn(PIECE);
  }

  async end(): Promise<void> {
    this.zip.end();
    await this.handOn(1);
  }

  /** Hands on whole pieces; at the end also what is left. */
  private async handOn(least: number): Promise<void> {
    if (this.fault) throw this.fault;
    let whole = Buffer.concat(this.waiting);
    while (whole.byteLength >= least) {
      const piece = whole.subarray(0, PIECE);
      whole = whole.subarray(piece.byteLength);
      await this.take(this.number, piece);
      this.number += 1;
      this.bytes += piece.byteLength;
    }
    this.waiting = whole.byteLength ? [whole] : [];
  }
}
