/** States of an activity (domain section 4). */
export const activityStates = [
  'draft',
  'submitted',
  'returned',
  'withdrawn',
  'coordinatorReview',
  'dpoReview',
  'notRegistrable',
  'registered',
  'revision',
  'ended',
  'archived',
] as const
