import type { Instant } from '#domain/calendar/day.ts';
import type { PlanTemplate } from '#domain/plans/block.ts';

/** The add-in whose pane opens with the document, as its manifest and the way it was deployed name it. */
export type AddIn = {
  readonly id: string;
  readonly version: string;
  readonly store: string;
  readonly storeType: 'OMEX' | 'EXCatalog' | 'Registry' | 'FileSystem' | 'SPCatalog';
};

/** What a document says about itself. A title carries the case reference, never a child's name. */
export type DocumentMeta = {
  readonly planId: string;
  readonly kind: PlanTemplate['kind'];
  readonly version: number;
  readonly caseRef: string;
  readonly title: string;
  readonly issuedAt: Instant;
  readonly template: { readonly id: string; readonly version: number };
  readonly addIn?: AddIn;
};
