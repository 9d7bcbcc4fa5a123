import type { ProcessingContext } from './context.ts'
import type { ActivityData } from './data.ts'
import type { VocabularyName } from './vocabulary.ts'

export type SectionId = 'A' | 'B' | 'C' | 'D' | 'E' | 'F' | 'G' | 'H' | 'I' | 'J' | 'K'

export type RefKind = 'orgUnit' | 'person' | 'activity' | 'application' | 'medicalDevice' | 'supplier'

export type FieldType =
  'text' | 'code' | 'bool' | 'date' | 'time' | 'int' | 'duration' | 'country' | 'ref' | 'object' | 'pointer'

/** One value that a question asks for, or one attribute of a list's rows. */
export interface Field {
  name: string
  type: FieldType
  /** The value is a list of at most so many. */
  list?: number
  /** Codes come from here. */
  vocabulary?: VocabularyName
  /** The whole vocabulary may be meant: the value `all` stands for any code. */
  all?: boolean
  /** A single value may stand for a list of one (the domain model names the attribute in the singular). */
  orOne?: true
  /** An empty list says "none of these" and is an answer. */
  none?: true
  /** What a `ref` points at. */
  kind?: RefKind
  /** Lengths of a text. The maximum is shape, the minimum completeness. */
  max?: number
  min?: number
  /** Rows the web shows for a text; one line when absent. */
  lines?: number
  /** Attributes of an `object`. */
  fields?: readonly Field[]
  /** An object without it is malformed. */
  required?: boolean
  /** False for identifiers that look like personnummer and are meant to (the number of a one-person firm). */
  scan?: false
  /** Whether a change needs review again (domain 10.7); an inner attribute follows its list unless it says no. */
  material?: boolean
  /** When the question is shown but this field only sometimes belongs to it. */
  shown?(data: ActivityData, context: ProcessingContext): boolean
}

/** A field of the form: one of the activity's own. */
export interface FormField extends Field {
  name: keyof ActivityData & string
}

/** The answer that makes a follow-up question appear: codes of a vocabulary, chosen at another question. */
export interface Cause {
  question: string
  vocabulary: VocabularyName
  codes: string[]
}

/** One answer that a question still lacks. `text`: key in `requirements.json`; the question's id when absent. */
export interface Gap {
  pointer: string
  text?: string
  params?: { [name: string]: string | number }
}

export interface Question {
  /** `A1` … `K2`. */
  id: string
  fields: readonly FormField[]
  /** Legal source in the short form of the domain model, e.g. `DSF 30.1 b`. */
  source: string
  /** Pointers without positions where "Saknas eller oklart" is offered, e.g. `/purposes/legalBases`. */
  unclear?: readonly string[]
  /** Also asked for, with the same rules, in a processor's record (DSF 30.2); the others are then optional. */
  processor?: boolean
  /** Whether the question is applicable now, and for a follow-up question because of which answer. Absent: always. */
  appears?(data: ActivityData, context: ProcessingContext): Cause | boolean
  /** What `submit` lacks here. Absent: never required. */
  lacks?(data: ActivityData, context: ProcessingContext): Gap[]
}

export interface Section {
  id: SectionId
  questions: readonly Question[]
}
