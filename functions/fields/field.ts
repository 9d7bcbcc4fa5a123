/** Kinds of records that a field may point at. */
export type RefKind =
  'orgUnit' | 'person' | 'activity' | 'equipment' | 'medicalDevice' | 'application' | 'supplier' | 'agreement'

/**
 * What a field holds: `text` one line, `longText` several, `code` one word of a vocabulary, `yesNo` true or false, `date` a
 * calendar day, `number`, `duration` ISO 8601, `country` ISO 3166, `ref` the id of another record, `group` attributes.
 */
export type FieldType =
  'text' | 'longText' | 'code' | 'yesNo' | 'date' | 'number' | 'duration' | 'country' | 'ref' | 'group'

/** One field of a record, or one attribute of a group: what its schema, form, columns and document are made from. */
export interface Field {
  /** Key in `data` and in the texts `fields.json`. */
  name: string
  type: FieldType
  /** The value is a list of at most so many. */
  many?: number
  /** Codes come from here. */
  vocabulary?: string
  /** What a `ref` points at. */
  kind?: RefKind
  /** Longest text, in characters; largest number. */
  max?: number
  /** Shortest text, in characters; smallest number. */
  min?: number
  /** A number with decimals. */
  decimals?: true
  /** Attributes of a `group`. */
  fields?: readonly Field[]
  /** Without it the record, or the group it stands in, is malformed. */
  required?: true
  /** The provision that it is secret under unless somebody may read it, e.g. `OSL 18:8`. */
  secret?: string
  /** Tells this thing from all others (serial, inventory number, UDI): found exactly, never taken for a personal number. */
  identifier?: true
  /** Shown in lists. */
  list?: true
  /** Written by the product or by transitions, never by a form or a file. */
  managed?: true
}

/** Fields that stand together in a form under one heading (`sections.<id>` in the texts). */
export interface FieldSection {
  id: string
  fields: readonly Field[]
}

type Extra = Partial<Omit<Field, 'name' | 'type'>>

/** One line of text of at most `max` characters. */
export function text(name: string, max = 200, extra: Extra = {}): Field {
  return { name, type: 'text', max, ...extra }
}

/** Several lines of text. */
export function longText(name: string, max = 2000, extra: Extra = {}): Field {
  return { name, type: 'longText', max, ...extra }
}

/** A number, serial or code that tells this thing from all others. */
export function identifier(name: string, max = 80, extra: Extra = {}): Field {
  return { name, type: 'text', max, identifier: true, ...extra }
}

/** One code of a vocabulary; the vocabulary has the field's name unless another is given. */
export function code(name: string, vocabulary = name, extra: Extra = {}): Field {
  return { name, type: 'code', vocabulary, ...extra }
}

/** Several codes of a vocabulary. */
export function codes(name: string, vocabulary = name, extra: Extra = {}): Field {
  return { name, type: 'code', vocabulary, many: 20, ...extra }
}

/** Yes or no; left out when nobody knows. */
export function yesNo(name: string, extra: Extra = {}): Field {
  return { name, type: 'yesNo', ...extra }
}

/** A calendar day. */
export function date(name: string, extra: Extra = {}): Field {
  return { name, type: 'date', ...extra }
}

/** A whole number from `min` to `max`. */
export function number(name: string, min: number, max: number, extra: Extra = {}): Field {
  return { name, type: 'number', min, max, ...extra }
}

/** The id of another record. */
export function ref(name: string, kind: RefKind, extra: Extra = {}): Field {
  return { name, type: 'ref', kind, ...extra }
}

/** Ids of other records. */
export function refs(name: string, kind: RefKind, many: number, extra: Extra = {}): Field {
  return { name, type: 'ref', kind, many, ...extra }
}

/** Attributes that belong together; with `many` rows of them. */
export function group(name: string, fields: readonly Field[], extra: Extra = {}): Field {
  return { name, type: 'group', fields, ...extra }
}

/** Stands for an assessment or agreement until it is a record of its own (domain model 10.16). */
export function reference(name: string, more: readonly Field[] = [], extra: Extra = {}): Field {
  return group(name, [text('diaryNumber', 100), date('date'), text('result', 500), ...more, text('note', 1000)], extra)
}
