import type { Field, FormField, RefKind } from './question.ts'
import type { VocabularyName } from './vocabulary.ts'

type Extra = Partial<Omit<Field, 'name' | 'type'>>
type Of<N extends string> = Field & { name: N }

/** A text of at most `max` characters. */
export function text<N extends string>(name: N, max: number, extra: Extra = {}): Of<N> {
  return { name, type: 'text', max, ...extra }
}

/** One code of a vocabulary. */
export function code<N extends string>(name: N, vocabulary: VocabularyName, extra: Extra = {}): Of<N> {
  return { name, type: 'code', vocabulary, ...extra }
}

/** Several codes of a vocabulary. */
export function codes<N extends string>(name: N, vocabulary: VocabularyName, extra: Extra = {}): Of<N> {
  return { name, type: 'code', vocabulary, list: 60, ...extra }
}

/** Yes or no. */
export function bool<N extends string>(name: N, extra: Extra = {}): Of<N> {
  return { name, type: 'bool', ...extra }
}

/** A calendar day. */
export function date<N extends string>(name: N, extra: Extra = {}): Of<N> {
  return { name, type: 'date', ...extra }
}

/** Any other single value. */
export function value<N extends string>(name: N, type: Field['type'], extra: Extra = {}): Of<N> {
  return { name, type, ...extra }
}

/** The id of another record. */
export function ref<N extends string>(name: N, kind: RefKind, extra: Extra = {}): Of<N> {
  return { name, type: 'ref', kind, ...extra }
}

/** Ids of other records, at most as many as a record may link. */
export function refs<N extends string>(name: N, kind: RefKind, extra: Extra = {}): Of<N> {
  return { name, type: 'ref', kind, list: maxLinks, ...extra }
}

/** A group of attributes; with `list` rows of them. */
export function object<N extends string>(name: N, fields: readonly Field[], extra: Extra = {}): Of<N> {
  return { name, type: 'object', fields, ...extra }
}

/** Stands for a classification, risk analysis, impact assessment or agreement until it has a record of its own. */
export function reference<N extends string>(name: N, extra: Extra = {}): Of<N> {
  return object(name, [text('diaryNumber', 100), date('date'), text('result', 500), text('note', 1000)], extra)
}

/** Statutes or decisions: the act, where in it, a note. */
export function support<N extends string>(name: N, extra: Extra = {}): Of<N> {
  const fields = [text('act', 200, { required: true }), text('provision', 200), text('note', 1000, { material: false })]
  return object(name, fields, { list: 10, ...extra })
}

/** Checked when saving: more links than this do not fit one transaction. */
export const maxLinks = 40

/** The same field, a change of which needs review again. */
export function material<F extends FormField>(field: F): F {
  return { ...field, material: true }
}
