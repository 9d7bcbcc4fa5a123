import { orgUnit } from './org-unit.ts'
import { person } from './person.ts'
import { roleAssignment } from './role-assignment.ts'
import { vocabularyCode } from './vocabulary-code.ts'

/** Every kind of record that the directory keeps. */
export const directoryKinds = [orgUnit, person, roleAssignment, vocabularyCode] as const
