import type { ComponentChildren } from 'preact'
import { elementId } from '../notification/pointer.ts'

export interface FieldText {
  label: string
  help?: string
  error?: string
}

/** Attributes that tie a control to its help and its error. */
export function describedBy(
  pointer: string,
  { help, error }: FieldText,
): { 'aria-describedby'?: string; 'aria-invalid'?: true } {
  const id = elementId(pointer)
  const parts = [help && `${id}-help`, error && `${id}-error`].filter(Boolean)
  return {
    ...(parts.length ? { 'aria-describedby': parts.join(' ') } : {}),
    ...(error ? { 'aria-invalid': true as const } : {}),
  }
}

/** Help and error of a control, in the order in which they are read. */
export function Notes({ pointer, text }: { pointer: string; text: FieldText }) {
  const id = elementId(pointer)
  return (
    <>
      {text.help && (
        <div data-field="description" id={`${id}-help`}>
          {text.help}
        </div>
      )}
      {text.error && (
        <p class="ds-validation-message" data-field="validation" id={`${id}-error`}>
          {text.error}
        </p>
      )}
    </>
  )
}

/** One control under its label. `main`: the label is the question itself. */
export function Labelled({
  pointer,
  text,
  main,
  children,
}: {
  pointer: string
  text: FieldText
  main?: boolean
  children: ComponentChildren
}) {
  return (
    <div class="ds-field">
      <label class="ds-label" data-weight="medium" data-main={main ? '' : undefined} for={elementId(pointer)}>
        {text.label}
      </label>
      <Notes pointer={pointer} text={text} />
      {children}
    </div>
  )
}

/** Several controls that together are one answer. */
export function Group({
  pointer,
  text,
  main,
  children,
}: {
  pointer: string
  text: FieldText
  main?: boolean
  children: ComponentChildren
}) {
  const { 'aria-describedby': described } = describedBy(pointer, text)
  return (
    <fieldset
      class={main ? 'ds-fieldset' : 'ds-fieldset fk-inner'}
      id={elementId(pointer)}
      aria-describedby={described}
      tabIndex={-1}
    >
      <legend class="ds-label">{text.label}</legend>
      <Notes pointer={pointer} text={text} />
      {children}
    </fieldset>
  )
}
