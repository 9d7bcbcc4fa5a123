import { orgUnitOutline } from './org-unit-outline.ts'
import { personOutline } from './person-outline.ts'
import { roleAssignmentOutline } from './role-assignment-outline.ts'
import { vocabularyCodeOutline } from './vocabulary-code-outline.ts'

/** How every kind of record that the directory keeps is read. */
export const directoryOutlines = [orgUnitOutline, personOutline, roleAssignmentOutline, vocabularyCodeOutline] as const
