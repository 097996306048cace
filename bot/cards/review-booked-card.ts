import type { BookedReview } from '#contract/meetings.ts';
import { button, buttons, type Card, card, facts, heading, link, plain, quiet } from './card.ts';
import { initialsOf } from './initials.ts';

/** The choice card once a date is chosen: the same card, now saying what happened and what comes. */
export const reviewBookedCard = (booked: BookedReview, openTab: string | null): Card =>
  card(`${titleOf(booked)}: ${booked.caseRef}, ${booked.when}.`, [
    heading(titleOf(booked)),
    quiet(`${booked.caseRef} · ${plain(booked.pupil.name)}`),
    facts(
      ['When', booked.when],
      ['Where', booked.where],
      ['Coming', booked.coming],
      ['Papers', booked.papers],
      ['Then', booked.afterwards],
    ),
    buttons(button('Record', { verb: 'record', meeting: booked.meeting }), link('Join', booked.joinUrl), link('Open in Waymark', openTab)),
  ]);

/** The same for everyone in a group: case, initials and time. */
export const reviewBookedForAllCard = (booked: BookedReview): Card =>
  card(`${titleOf(booked)}: ${booked.caseRef}, ${booked.when}.`, [
    heading(titleOf(booked)),
    quiet(`${booked.caseRef}, ${initialsOf(booked.pupil.name)}`),
    facts(['When', booked.when], ['Where', booked.where]),
    buttons(button('Record', { verb: 'record', meeting: booked.meeting })),
  ]);

const titleOf = (booked: BookedReview): string => (booked.state === 'booked' ? 'Review booked' : 'Review being booked');
