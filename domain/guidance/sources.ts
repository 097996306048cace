/**
 * Public sources that strategies are attributed to. They are cited from knowledge of the field: none was open while the library was written,
 * so the page says of each that it is not verified.
 */
export const SOURCES = {
  'eef-send': 'Education Endowment Foundation, Special Educational Needs in Mainstream Schools: guidance report (2020)',
  'eef-assistants': 'Education Endowment Foundation, Making Best Use of Teaching Assistants: guidance report',
  'eef-metacognition': 'Education Endowment Foundation, Metacognition and Self-regulated Learning: guidance report',
  'eef-oral': 'Education Endowment Foundation, Teaching and Learning Toolkit: oral language interventions',
  'eef-behaviour': 'Education Endowment Foundation, Improving Behaviour in Schools: guidance report',
  'eef-literacy': 'Education Endowment Foundation, Improving Literacy in Secondary Schools: guidance report',
  rosenshine: 'Barak Rosenshine, Principles of Instruction, American Educator (2012)',
  'wwc-reading': 'What Works Clearinghouse, Assisting Students Struggling with Reading: practice guide (2009)',
  'wwc-writing': 'What Works Clearinghouse, Teaching Elementary School Students to Be Effective Writers: practice guide (2012)',
  'wwc-behaviour': 'What Works Clearinghouse, Reducing Behavior Problems in the Elementary School Classroom: practice guide (2008)',
  'wwc-study': 'What Works Clearinghouse, Organizing Instruction and Study to Improve Student Learning: practice guide (2007)',
  'wwc-maths': 'What Works Clearinghouse, Assisting Students Struggling with Mathematics: practice guide',
  gathercole: 'Susan Gathercole and Tracy Packiam Alloway, Understanding Working Memory: A Classroom Guide',
  udl: 'CAST, Universal Design for Learning Guidelines',
  bda: 'British Dyslexia Association, Dyslexia Friendly Style Guide',
  nice: 'National Institute for Health and Care Excellence, Attention deficit hyperactivity disorder: diagnosis and management (NG87)',
  nas: 'National Autistic Society, guidance for education staff',
  ndcs: 'National Deaf Children’s Society, resources for teachers',
  rnib: 'Royal National Institute of Blind People, guidance on accessible print',
  rcot: 'Royal College of Occupational Therapists, advice for schools',
  rcslt: 'Royal College of Speech and Language Therapists, information on developmental language disorder',
  anna: 'Anna Freud, Mentally Healthy Schools',
  code: 'Department for Education and Department of Health, SEND code of practice: 0 to 25 years (2015)',
} as const;

export type SourceName = keyof typeof SOURCES;
