import { sameOrNextWorkingDay } from '#domain/calendar/counting.ts';
import { addDays } from '#domain/calendar/day.ts';
import { asInstant, dayIn } from '#domain/calendar/wall-clock.ts';
import type { CaseEvent } from '#domain/timelines/case-event.ts';
import { absenceInside, closureWindow, considerException, isAskedInWindow } from '#domain/timelines/exceptions.ts';
import type { ExceptionRule } from '#domain/timelines/rule.ts';
import {
  aboutDue,
  type CaseForm,
  type CaseSetting,
  clockForm,
  clockOf,
  dueOf,
  event,
} from '#domain/timelines/worked-examples/case-form.ts';
import { type Given, NotAnExample } from '#domain/timelines/worked-examples/given.ts';

const REQUEST = {
  requestReceived: 'request-received',
  requestReceivedByOldAuthority: 'request-received',
  becameResponsible: 'became-responsible',
};

/** The limits that an absence may excuse, by the names the examples give them. */
const LIMITS: Readonly<Record<string, string>> = {
  decision: 'eng.ehcna.decision',
  noPlan: 'eng.ehcna.noPlan',
  final: 'eng.plan.final',
  finalPlan: 'eng.plan.final',
};

const requestEvents = (given: Given): CaseEvent[] =>
  Object.entries(REQUEST).flatMap(([field, kind]) => event(kind, given.optionalDay(field)));

const ehcnaDecision: CaseForm = {
  reads: [...Object.keys(REQUEST), 'receivedAt', 'timeZone'],
  answers: (given, setting) => {
    const at = given.optionalText('receivedAt');
    const local = at ? dayIn(given.optionalText('timeZone') ?? setting.rules.zone, asInstant(at)) : undefined;
    const events = [...requestEvents(given), ...event('request-received', local)];
    const clock = clockOf('eng.ehcna.decision', events, setting);
    const moved = sameOrNextWorkingDay(clock.trigger.on, setting.calendars.holidays);
    return {
      ...aboutDue(clock.due, setting),
      ...(local ? { receivedLocalDate: local } : {}),
      dueIfReceiptMovesToWorkingDay: dueOf('eng.ehcna.decision', event('request-received', moved), setting),
    };
  },
};

const newChain: CaseForm = {
  reads: Object.keys(REQUEST),
  answers: (given, setting) => {
    const events = requestEvents(given);
    const finalPlanBy = dueOf('eng.plan.final', events, setting);
    const draft = addDays(finalPlanBy, -14);
    return {
      decisionToAssessBy: dueOf('eng.ehcna.decision', events, setting),
      noPlanDecisionBy: dueOf('eng.ehcna.noPlan', events, setting),
      finalPlanBy,
      latestDraftServiceToLeave15Days:
        dueOf('eng.plan.representations', event('draft-plan-served', draft), setting) === finalPlanBy ? draft : null,
    };
  },
};

function exceptionOf<Test extends ExceptionRule['test']>(id: string, test: Test, { rules }: CaseSetting) {
  const exception = rules.exceptions.find((candidate) => candidate.id === id);
  if (exception?.test !== test) throw new NotAnExample(`There is no exception ${id} of this kind.`);
  return exception as Extract<ExceptionRule, { test: Test }>;
}

const schoolClosed: CaseForm = {
  reads: ['adviceRequested', 'firstDayClosed', 'reopens'],
  answers: (given, setting) => {
    const { leastDays, windowDays } = exceptionOf('E1', 'closure', setting);
    const closure = { firstDayClosed: given.day('firstDayClosed'), reopens: given.day('reopens') };
    const window = closureWindow(closure, leastDays, windowDays);
    const { closureDays, windowFrom, windowTo } = window;
    return { closureDays, windowFrom, windowTo, exceptionAvailable: isAskedInWindow(given.day('adviceRequested'), window) };
  },
};

function limitRule(given: Given): string {
  const name = given.optionalText('limit') ?? 'decision';
  const rule = LIMITS[name];
  if (!rule) throw new NotAnExample(`given.limit “${name}” is not one of ${Object.keys(LIMITS).join(', ')}.`);
  return rule;
}

function awayEvents(given: Given, who: 'child' | 'parent'): CaseEvent[] {
  const from = given.optionalDay('absentFrom');
  return from ? event('absence-from-area', from, { who, until: addDays(given.day('backOn'), -1) }) : [];
}

/** Whether absences excuse a limit that runs from a request. */
function absenceExcuses(events: readonly CaseEvent[], rule: string, setting: CaseSetting): boolean {
  const limit = clockOf(rule, events, setting);
  const context = { events, calendars: setting.calendars };
  return considerException(exceptionOf('E4', 'absence', setting), { trigger: limit.trigger, due: limit.due }, context, limit.due).applies;
}

const absence: CaseForm = {
  reads: ['absentFrom', 'backOn', 'requestReceived', 'limit'],
  answers: (given, setting) => {
    const [from, back] = [given.day('absentFrom'), given.day('backOn')];
    const request = event('request-received', given.optionalDay('requestReceived'));
    if (request.length === 0) {
      const { days } = absenceInside(from, back);
      return { daysAbsent: days, exceptionAvailable: days >= exceptionOf('E4', 'absence', setting).leastDays };
    }
    const { due, trigger } = clockOf(limitRule(given), request, setting);
    const { days, inside } = absenceInside(from, back, { from: trigger.on, to: due });
    const exceptionAvailable = absenceExcuses([...request, ...awayEvents(given, 'child')], limitRule(given), setting);
    return { limitDue: due, daysAbsent: days, daysAbsentInsideLimit: inside, exceptionAvailable };
  },
};

const perChild: CaseForm = {
  reads: ['requestReceived', 'limit', 'children', 'parentAbsence'],
  answers: (given, setting) => {
    const request = event('request-received', given.day('requestReceived'));
    const parent = given.optionalEntry('parentAbsence', ['absentFrom', 'backOn']);
    const parentAway = parent ? awayEvents(parent, 'parent') : [];
    const available = given
      .list('children', ['id', 'absentFrom', 'backOn'])
      .map((child) => [
        child.text('id'),
        absenceExcuses([...request, ...awayEvents(child, 'child'), ...parentAway], limitRule(given), setting),
      ]);
    return { limitDue: dueOf(limitRule(given), request, setting), exceptionAvailable: Object.fromEntries(available) };
  },
};

/** How examples about a request and its assessment are read. */
export const ASSESSMENT_FORMS: Readonly<Record<string, CaseForm>> = {
  'eng.ehcna.decision': ehcnaDecision,
  'eng.advice.response': clockForm('eng.advice.response', { adviceRequested: 'advice-requested' }),
  'eng.ehcna.noPlan': clockForm('eng.ehcna.noPlan', REQUEST),
  'eng.plan.representations': clockForm('eng.plan.representations', { draftServed: 'draft-plan-served' }, 'lastDayForRepresentations'),
  'eng.school.consultation': clockForm('eng.school.consultation', { consultationSent: 'consultation-sent' }, 'respondBy'),
  'eng.plan.final': clockForm('eng.plan.final', REQUEST),
  'eng.chain.new': newChain,
  'eng.exception.schoolClosed': schoolClosed,
  'eng.exception.absence': absence,
  'eng.exception.perChild': perChild,
};
