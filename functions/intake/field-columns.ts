import type { Field, FieldSection } from '../fields/field.ts'
import { type CodeWords, parseValue, writeValue } from './cell-value.ts'
import { joinList, splitList } from './read/list-cell.ts'
import type { IntakeColumn, Parsed, Words, World } from './target.ts'

/** The texts of a service's fields, as `fields.json` has them. */
export interface FieldTexts {
  sections: { readonly [id: string]: string }
  fields: { readonly [name: string]: FieldText }
}

export interface FieldText {
  label: string
  fields?: { readonly [name: string]: FieldText }
}

export interface ColumnSources {
  sections: readonly FieldSection[]
  texts: { sv: FieldTexts; en: FieldTexts }
  words: CodeWords
  /** Further headings by column. */
  headings: { readonly [field: string]: readonly string[] }
}

/** The columns that a form gives: one a field, one an attribute of a group. What the product itself writes has none. */
export function fieldColumns(sources: ColumnSources): IntakeColumn[] {
  const { sections, texts } = sources
  return sections.flatMap(({ id, fields }) => {
    const group = { sv: texts.sv.sections[id] ?? id, en: texts.en.sections[id] ?? id }
    return fields
      .filter((field) => !field.managed)
      .flatMap((field) =>
        field.type === 'group' ? attributeColumns(field, group, sources) : [fieldColumn(field, group, sources)],
      )
  })
}

function fieldColumn(field: Field, group: Words, { texts, words, headings }: ColumnSources): IntakeColumn {
  const { name } = field
  return {
    field: name,
    top: name,
    label: { sv: labelOf(texts.sv, [name]), en: labelOf(texts.en, [name]) },
    headings: headings[name] ?? [],
    group,
    ...(field.required && { required: true }),
    ...cells(field, words, field.many !== undefined),
    read: (data) => memberOf(data, name),
    put: (_, value) => (Array.isArray(value) ? listOf(value) : value),
    names: field.kind ? [field.kind] : [],
  }
}

function attributeColumns(outer: Field, group: Words, { texts, words, headings }: ColumnSources): IntakeColumn[] {
  const inners = (outer.fields ?? []).filter(
    ({ type, many }) => type !== 'group' && (many === undefined || outer.many === undefined),
  )
  return inners.map((inner): IntakeColumn => {
    const field = `${outer.name}.${inner.name}`
    const path = [outer.name, inner.name]
    const label = (language: 'sv' | 'en') =>
      `${labelOf(texts[language], [outer.name])}: ${labelOf(texts[language], path)}`
    return {
      field,
      top: outer.name,
      label: { sv: label('sv'), en: label('en') },
      headings: headings[field] ?? [],
      group,
      ...cells(inner, words, outer.many !== undefined || inner.many !== undefined),
      read: (data) => readAttribute(memberOf(data, outer.name), inner.name),
      put: (top, value) => putAttribute(top, inner.name, value, outer.many !== undefined),
      names: inner.kind ? [inner.kind] : [],
    }
  })
}

function cells(field: Field, words: CodeWords, several: boolean): Pick<IntakeColumn, 'parse' | 'write'> {
  return {
    parse: (text, world) => (several ? parseList(field, text, world, words) : parseValue(field, text, world, words)),
    write: (value, world, language) => {
      const write = (one: unknown) => writeValue(field, one, world, words, language)
      return Array.isArray(value) ? joinList(value.map(write)) : write(value)
    },
  }
}

function parseList(field: Field, text: string, world: World, words: CodeWords): Parsed {
  const values: unknown[] = []
  for (const part of splitList(text, field.type === 'code')) {
    if (part === '') {
      values.push(undefined)
      continue
    }
    const parsed = parseValue(field, part, world, words)
    if (!('value' in parsed)) return parsed
    values.push(parsed.value)
  }
  return { value: values }
}

function listOf(values: readonly unknown[]): unknown[] | undefined {
  const given = values.filter((value) => value !== undefined)
  return given.length > 0 ? given : undefined
}

/** The attribute of each row of a list, or of the group itself; undefined when none has it. */
function readAttribute(top: unknown, name: string): unknown {
  if (!Array.isArray(top)) return memberOf(top, name)
  const values = top.map((row) => memberOf(row, name))
  const last = values.findLastIndex((value) => value !== undefined)
  return last < 0 ? undefined : values.slice(0, last + 1)
}

function putAttribute(top: unknown, name: string, value: unknown, many: boolean): unknown {
  if (!many) return filled({ ...(top as object | undefined), [name]: value })
  const rows = Array.isArray(top) ? (top as object[]) : []
  const values = Array.isArray(value) ? (value as unknown[]) : []
  const length = Math.max(rows.length, values.length)
  const next = Array.from({ length }, (_, at) => filled({ ...rows[at], [name]: values[at] })).filter(
    (row) => row !== undefined,
  )
  return next.length > 0 ? next : undefined
}

/** The object without empty members; undefined when nothing is left. */
function filled(object: object): object | undefined {
  const entries = Object.entries(object).filter(([, value]) => value !== undefined)
  return entries.length > 0 ? Object.fromEntries(entries) : undefined
}

function memberOf(object: unknown, name: string): unknown {
  return typeof object === 'object' && object !== null ? (object as { [name: string]: unknown })[name] : undefined
}

function labelOf(texts: FieldTexts, path: readonly string[]): string {
  let at: FieldText | undefined = texts.fields[path[0] ?? '']
  for (const name of path.slice(1)) at = at?.fields?.[name]
  return at?.label ?? path.at(-1) ?? ''
}
