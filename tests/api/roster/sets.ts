import { createReadStream, readdirSync } from 'node:fs';
import path from 'node:path';
import { Readable } from 'node:stream';
import type { SetFile } from '#api/roster/read-set.ts';

/** A set of files given as text, as an upload or a folder would hold them. */
export const setOf = (files: Record<string, string | Buffer>): SetFile[] =>
  Object.entries(files).map(([name, content]) => ({ name, open: () => Readable.from([Buffer.from(content)]) }));

/** The CSV files of a folder. */
export const setIn = (folder: string): SetFile[] =>
  readdirSync(folder)
    .filter((name) => name.endsWith('.csv'))
    .map((name) => ({ name, open: () => createReadStream(path.join(folder, name)) }));

/** A small sound School Data Sync set of an invented school; single files can be replaced. */
export const sds = (replace: Record<string, string | Buffer> = {}): Record<string, string | Buffer> => ({
  'orgs.csv': 'sourcedId,name,type,parentSourcedId\nS1,Larch Hill School,school,\n',
  'users.csv':
    'sourcedId,username,givenName,familyName,email\nP1,ada@larchhill.example,Ada,O’Neill,\nP2,bo@larchhill.example,Bo,Lindqvist,\nT1,tess@larchhill.example,Tess,Amari,tess@larchhill.example\nG1,gail@home.example,Gail,O’Neill,gail@home.example\n',
  'roles.csv':
    'userSourcedId,orgSourcedId,role,grade,isPrimary,roleStartDate,roleEndDate\nP1,S1,student,4,TRUE,2026-09-01,2027-07-20\nP2,S1,student,5,TRUE,2026-09-01,2027-07-20\nT1,S1,teacher,,TRUE,2026-09-01,2027-07-20\n',
  'classes.csv': 'sourcedId,orgSourcedId,title,sessionSourcedIds,courseSourcedId\nC1,S1,4 Elm,,\n',
  'enrollments.csv': 'classSourcedId,userSourcedId,role\nC1,P1,student\nC1,T1,teacher\n',
  'relationships.csv': 'userSourcedId,relationshipUserSourcedId,relationshipRole\nP1,G1,mother\n',
  'demographics.csv': 'userSourcedId,sex,birthDate\nP1,female,2018-02-28\n',
  'userFlags.csv': 'userSourcedId,flag\nP1,iep\n',
  ...replace,
});

export const ONEROSTER = {
  'manifest.csv': 'propertyName,value\nmanifest.version,1.0\noneroster.version,1.1\n',
  'orgs.csv': 'sourcedId,status,dateLastModified,name,type,identifier,parentSourcedId\nS1,active,,Larch Hill School,school,,\n',
  'users.csv':
    'sourcedId,status,dateLastModified,enabledUser,orgSourcedIds,role,username,userIds,givenName,familyName,middleName,identifier,email,sms,phone,agentSourcedIds,grades,password\n' +
    'P1,active,,TRUE,S1,student,ada,,Ada,Brandt,,,ada@larchhill.example,,,,04,\n' +
    'T1,,,TRUE,S1,teacher,tess,,Tess,Amari,,,tess@larchhill.example,,,,,\n' +
    'G1,active,,TRUE,S1,parent,gail,,Gail,Brandt,,,gail@home.example,,,P1,,\n',
  'classes.csv':
    'sourcedId,status,dateLastModified,title,grades,courseSourcedId,classCode,classType,location,schoolSourcedId,termSourcedIds,subjects,subjectCodes,periods\nC1,active,,4 Elm,04,,,homeroom,,S1,,English,,1\n',
  'enrollments.csv':
    'sourcedId,status,dateLastModified,classSourcedId,schoolSourcedId,userSourcedId,role,primary,beginDate,endDate\nE1,active,,C1,S1,P1,student,,2026-09-01,2027-07-20\nE2,active,,C1,S1,T1,teacher,TRUE,2026-09-01,2027-07-20\n',
};
