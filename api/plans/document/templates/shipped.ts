import { annualReview, profile, senSupport, transition } from '#api/plans/document/templates/england.ts';
import type { TemplateSource } from '#api/plans/document/templates/frame.ts';
import { minutes } from '#api/plans/document/templates/minutes.ts';
import { iep } from '#api/plans/document/templates/united-states.ts';

/** The templates that Waymark brings with it, in the order in which Settings lists them. */
export const shippedTemplates: readonly TemplateSource[] = [senSupport, annualReview, profile, transition, iep, minutes];
