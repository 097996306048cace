import { z } from 'zod';
import * as access from '#contract/access.ts';
import * as activityFeed from '#contract/activity-feed.ts';
import * as attendance from '#contract/attendance.ts';
import * as caseEvents from '#contract/case-events.ts';
import * as caseload from '#contract/caseload.ts';
import * as caseloadWork from '#contract/caseload-work.ts';
import * as chasers from '#contract/chasers.ts';
import * as classes from '#contract/classes.ts';
import * as compliance from '#contract/compliance.ts';
import * as contributions from '#contract/contributions.ts';
import * as datesExplained from '#contract/dates-explained.ts';
import * as exams from '#contract/exams.ts';
import * as existingPlans from '#contract/existing-plans.ts';
import * as exports from '#contract/exports.ts';
import * as fields from '#contract/fields.ts';
import * as following from '#contract/following.ts';
import * as guidance from '#contract/guidance.ts';
import * as informationReport from '#contract/information-report.ts';
import * as keptMessages from '#contract/kept-messages.ts';
import * as letters from '#contract/letters.ts';
import * as meetingTeam from '#contract/meeting-team.ts';
import * as meetings from '#contract/meetings.ts';
import * as people from '#contract/people.ts';
import * as peopleSync from '#contract/people-sync.ts';
import * as planContent from '#contract/plan-content.ts';
import * as planVersions from '#contract/plan-versions.ts';
import * as plans from '#contract/plans.ts';
import * as privacy from '#contract/privacy.ts';
import * as problems from '#contract/problem.ts';
import * as pupils from '#contract/pupils.ts';
import * as record from '#contract/record.ts';
import { shapeOf } from '#contract/record-shapes.ts';
import * as register from '#contract/register.ts';
import * as reminders from '#contract/reminders.ts';
import * as rollOver from '#contract/roll-over.ts';
import * as roster from '#contract/roster.ts';
import * as schoolCalendar from '#contract/school-calendar.ts';
import * as settings from '#contract/settings.ts';
import * as status from '#contract/status.ts';
import * as strategies from '#contract/strategies.ts';
import * as visits from '#contract/visits.ts';
import { KIND_NAMES } from '#domain/record/kind.ts';
import { KINDS } from '#domain/record/kinds.ts';

/** Each module of the contract whose shapes cross this door, by the name that sets two shapes of one name apart. */
export const modules: Readonly<Record<string, Readonly<Record<string, unknown>>>> = {
  problem: problems,
  fields,
  people,
  'activity-feed': activityFeed,
  caseload,
  pupils,
  attendance,
  record,
  access,
  classes,
  strategies,
  exams,
  guidance,
  'existing-plans': existingPlans,
  'meeting-team': meetingTeam,
  meetings,
  plans,
  'plan-versions': planVersions,
  'roll-over': rollOver,
  roster,
  register,
  exports,
  settings,
  status,
  visits,
  'plan-content': planContent,
  letters,
  'kept-messages': keptMessages,
  compliance,
  reminders,
  following,
  chasers,
  'case-events': caseEvents,
  'school-calendar': schoolCalendar,
  'dates-explained': datesExplained,
  'information-report': informationReport,
  'caseload-work': caseloadWork,
  privacy,
  'people-sync': peopleSync,
  contributions,
};

/** A JSON Schema (2020-12), as OpenAPI 3.1 takes it. */
export type JsonSchema = { readonly [key: string]: unknown };

const upper = (word: string): string => word.slice(0, 1).toUpperCase() + word.slice(1);

const pascal = (words: string): string => words.split('-').map(upper).join('');

/** Every shape of the contract by its name in the code, `bookRequest` as `BookRequest`; the second of one name carries its module's. */
const namedShapes = (): ReadonlyMap<z.ZodType, string> => {
  const names = new Map<z.ZodType, string>();
  const taken = new Set<string>();
  for (const [module, shapes] of Object.entries(modules))
    for (const [name, shape] of Object.entries(shapes)) {
      if (!(shape instanceof z.ZodType) || names.has(shape)) continue;
      const given = taken.has(upper(name)) ? pascal(module) + upper(name) : upper(name);
      taken.add(given);
      names.set(shape, given);
    }
  return names;
};

type Written = { zodSchema: z.core.$ZodType; jsonSchema: Record<string, unknown> };

/** Yes or no in an address: text that is read into a boolean. */
const isSpelledOut = ({ zodSchema, jsonSchema }: Written): boolean =>
  zodSchema._zod.def.type === 'pipe' && (zodSchema as z.ZodPipe)._zod.def.out._zod.def.type === 'boolean' && jsonSchema.type === 'string';

/** Bounds that only say that a number is one which JSON can carry are left out; text that means yes or no is named. */
const quieter = (written: Written): void => {
  const { jsonSchema } = written;
  if (isSpelledOut(written)) jsonSchema.enum = ['true', 'false'];
  if (jsonSchema.minimum === Number.MIN_SAFE_INTEGER) delete jsonSchema.minimum;
  if (jsonSchema.maximum === Number.MAX_SAFE_INTEGER) delete jsonSchema.maximum;
};

const OPTIONS = { unrepresentable: 'any', override: quieter } as const;

const bare = ({ $schema: _, $id: __, ...schema }: JsonSchema): JsonSchema => schema;

/** The schemas of the contract: one component for each named shape, and what to write where a shape is used. */
export type Shapes = {
  readonly components: Readonly<Record<string, JsonSchema>>;
  /** A shape as it is sent to Waymark: a reference where it has a name. */
  sent(shape: z.ZodType): JsonSchema;
  /** A shape as Waymark answers it. */
  answered(shape: z.ZodType): JsonSchema;
};

const SENT = 'AsSent';
const WITH_VALUES = ['RecordEntryRequest', 'ChangeEntryRequest'] as const;

/** The fields of each kind of entry, which only the kinds themselves know: `ConcernValues`, and both nations' where they differ. */
const valuesOfKinds = (): Readonly<Record<string, JsonSchema>> =>
  Object.fromEntries(
    KIND_NAMES.flatMap((name) => {
      const title = pascal(name);
      const [england, idea] = (['england', 'idea'] as const).map((nation) =>
        bare(z.toJSONSchema(shapeOf(KINDS[name], nation), { ...OPTIONS, io: 'input' }) as JsonSchema),
      );
      return JSON.stringify(england) === JSON.stringify(idea)
        ? [[`${title}Values`, england ?? {}]]
        : [
            [`${title}ValuesEngland`, england ?? {}],
            [`${title}ValuesUnitedStates`, idea ?? {}],
          ];
    }),
  );

/** What is sent as `values` is open in the contract, because the kind stands in the address; here each kind's fields are named. */
const withValues = (schema: JsonSchema | undefined, kinds: Readonly<Record<string, JsonSchema>>): JsonSchema => ({
  ...schema,
  properties: {
    ...(schema?.properties as object),
    values: {
      description: 'The fields of the kind that the address names.',
      anyOf: Object.keys(kinds).map((name) => ({ $ref: `#/components/schemas/${name}` })),
    },
  },
});

/** Reads all shapes once. A shape that is sent otherwise than it is answered (a default makes a field optional) has two components. */
export const openApiShapes = (): Shapes => {
  const names = namedShapes();
  const registry = z.registry<{ id: string }>();
  for (const [shape, id] of names) registry.add(shape, { id });
  const written = (io: 'input' | 'output'): Record<string, JsonSchema> =>
    Object.fromEntries(
      Object.entries(z.toJSONSchema(registry, { ...OPTIONS, io, uri: (id) => `#/components/schemas/${id}` }).schemas).map(
        ([name, schema]) => [name, bare(schema as JsonSchema)],
      ),
    );
  const [sent, answered] = [written('input'), written('output')];
  const differs = differing(sent, answered);
  const asSent = (schema: JsonSchema): JsonSchema =>
    JSON.parse(
      JSON.stringify(schema).replace(/"#\/components\/schemas\/(\w+)"/g, (whole, name: string) =>
        differs.has(name) ? `"#/components/schemas/${name}${SENT}"` : whole,
      ),
    ) as JsonSchema;
  const kinds = valuesOfKinds();
  for (const name of WITH_VALUES) for (const one of [sent, answered]) one[name] = withValues(one[name], kinds);
  const twice = [...differs].map((name) => [`${name}${SENT}`, asSent(sent[name] ?? {})] as const);
  const reference = (name: string): JsonSchema => ({ $ref: `#/components/schemas/${name}` });
  return {
    components: { ...answered, ...kinds, ...Object.fromEntries(twice) },
    sent: (shape) => {
      const name = names.get(shape);
      if (name === undefined) return bare(z.toJSONSchema(shape, { ...OPTIONS, io: 'input' }) as JsonSchema);
      return asSent(reference(name));
    },
    answered: (shape) => {
      const name = names.get(shape);
      return name === undefined ? bare(z.toJSONSchema(shape, { ...OPTIONS, io: 'output' }) as JsonSchema) : reference(name);
    },
  };
};

/** Names of shapes whose two forms differ, in themselves or in what they refer to. */
const differing = (sent: Record<string, JsonSchema>, answered: Record<string, JsonSchema>): ReadonlySet<string> => {
  const found = new Set(Object.keys(sent).filter((name) => JSON.stringify(sent[name]) !== JSON.stringify(answered[name])));
  for (let before = -1; before !== found.size; ) {
    before = found.size;
    for (const [name, schema] of Object.entries(sent)) {
      const refers = [...JSON.stringify(schema).matchAll(/"#\/components\/schemas\/(\w+)"/g)].some(([, to = '']) => found.has(to));
      if (refers) found.add(name);
    }
  }
  return found;
};
