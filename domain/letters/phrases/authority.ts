/** What a request to the local authority says, and what professionals are asked by a link. It is read by professionals, in English. */
export const authority = {
  'request.title': 'Request for an EHC needs assessment',
  'request.asks':
    '{school} asks the local authority to carry out an education, health and care needs assessment of {child} under section 36(1) of the Children and Families Act 2014.',
  'request.particulars': 'The pupil',
  'request.pupil': 'Name',
  'request.born': 'Date of birth',
  'request.year': 'Year and class',
  'request.stage': 'Stage of support',
  'request.since': 'On SEN Support since',
  'request.why': 'Why support from the school’s own resources is not enough',
  'request.needs': 'Needs',
  'request.cycles': 'Reviewed cycles of support',
  'request.goals': 'Goals and progress',
  'request.provision': 'Provision, planned and delivered',
  'request.costs': 'Cost',
  'request.attendance': 'Attendance',
  'request.views': 'Views of the family and the pupil',
  'request.advice': 'Advice received',
  'request.assessments': 'Assessments',
  'request.documents': 'Documents sent with this request',
  'request.answer':
    'The authority tells the family within six weeks of receiving this request whether it will assess (SEND Regulations 2014, reg 5(1)). We ask for a copy of that letter.',
  'request.closing': 'Yours faithfully,',

  'link.answer': '{school} asks what you see in class.',
  'link.advice': '{school} asks for your advice.',
} as const;
