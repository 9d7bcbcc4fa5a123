import { bool, code, date, object, ref, text, value } from '../field.ts'
import type { FormField } from '../question.ts'

/** What the activity holds beside the form's answers and people may edit. */
export const besideFields: readonly FormField[] = [
  value('unclear', 'pointer', { list: 60 }),
  text('publicSummary', 400),
  object(
    'secrecyMarks',
    [
      text('fieldPath', 200, { required: true }),
      text('provision', 60, { required: true }),
      date('markedAt', { required: true }),
      text('markedByAuthority', 200, { required: true }),
    ],
    { list: 40 },
  ),
  object(
    'incidentRefs',
    [text('system', 100, { required: true }), text('ref', 100, { required: true }), date('date', { required: true })],
    { list: 100 },
  ),
]

/** What only transitions and the register itself write. */
export const registerFields: readonly FormField[] = [
  ref('initiatorId', 'person'),
  ref('coordinatorId', 'person'),
  value('submittedAt', 'time'),
  value('registeredAt', 'time'),
  ref('registeredBy', 'person'),
  value('lastReviewedAt', 'time'),
  ref('lastReviewedBy', 'person'),
  text('reviewedFields', 100, { list: 100, scan: false }),
  date('nextReviewDate'),
  date('materialSince'),
  code('riskLevel', 'riskLevel'),
  date('endedAt'),
  text('endReason', 2000),
  code('endDisposition', 'endDisposition'),
  text('retentionRef', 300),
  object('refusal', [code('reason', 'refusalReason', { required: true }), ref('duplicateOf', 'activity')]),
  text('withdrawnReason', 2000),
  text('archiveRef', 300),
  text('coordinatorOpinion', 4000),
  date('returnDueDate'),
  object(
    'questions',
    [
      text('noteId', 60, { required: true, scan: false }),
      value('pointer', 'pointer', { required: true }),
      text('was', 60, { required: true, scan: false }),
    ],
    { list: 200 },
  ),
  bool('sensitive'),
  object('findingCounts', [
    value('K', 'int', { required: true }),
    value('H', 'int', { required: true }),
    value('M', 'int', { required: true }),
    value('L', 'int', { required: true }),
  ]),
  object('contacts', [
    text('controller', 500),
    text('controllerOrgNumber', 30, { scan: false }),
    ref('dpoPersonId', 'person'),
  ]),
]

/** Kept apart: the source text of an imported row is stored whole and never scanned. */
export const importedField = 'imported'
