import { useEffect, useRef, useState } from 'preact/hooks'
import { announce } from '../shell/announcer.tsx'
import { t } from '../text/text.ts'
import type { FindPicks, Pick } from './pick.ts'

interface Props {
  id: string
  find: FindPicks
  /** What stands in the field when nothing is being typed. */
  shown: string
  onPick: (pick: Pick) => void
  /** Offers to use what was typed when the list does not have it. */
  onFreeText?: (text: string) => void
  /** The field was emptied. */
  onClear?: () => void
  describedBy?: { 'aria-describedby'?: string; 'aria-invalid'?: true }
}

interface Row {
  key: string
  pick?: Pick
}

const pauseMs = 180

/** A field in which one types to find something and chooses it with the arrow keys and Enter (ARIA combobox). */
export function Combobox({ id, find, shown, onPick, onFreeText, onClear, describedBy }: Props) {
  const [typed, setTyped] = useState<string>()
  const [rows, setRows] = useState<readonly Row[]>()
  const [active, setActive] = useState(-1)
  const list = useRef<HTMLDivElement>(null)
  const open = rows !== undefined
  useEffect(() => {
    if (typed === undefined) return undefined
    const abort = new AbortController()
    const timer = setTimeout(() => {
      find(typed.trim(), abort.signal).then(
        (picks) => {
          const free = onFreeText && typed.trim() ? [{ key: 'free' }] : []
          setRows([...picks.map((pick) => ({ key: pick.id, pick })), ...free])
          setActive(-1)
          announce(t('parts.picker.found', { count: picks.length }))
        },
        () => {},
      )
    }, pauseMs)
    return () => {
      clearTimeout(timer)
      abort.abort()
    }
  }, [typed])
  useEffect(() => list.current?.children[active]?.scrollIntoView({ block: 'nearest' }), [active])

  function close(): void {
    setTyped(undefined)
    setRows(undefined)
    setActive(-1)
  }
  function choose(row: Row): void {
    const text = typed?.trim() ?? ''
    close()
    if (row.pick) onPick(row.pick)
    else onFreeText?.(text)
  }
  function onKeyDown(event: KeyboardEvent): void {
    if (event.key === 'Escape' && (open || typed !== undefined)) {
      event.preventDefault()
      close()
    } else if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault()
      if (!open) setTyped(typed ?? '')
      else if (rows.length > 0) setActive(stepped(active, event.key === 'ArrowDown' ? 1 : -1, rows.length))
    } else if (event.key === 'Enter' && open) {
      event.preventDefault()
      const row = rows[active] ?? (rows.length === 1 ? rows[0] : undefined)
      if (row) choose(row)
    }
  }
  function onBlur(): void {
    if (typed === '' && shown) onClear?.()
    close()
  }
  return (
    <div class="fk-combo">
      <input
        id={id}
        class="ds-input"
        type="text"
        role="combobox"
        autocomplete="off"
        aria-autocomplete="list"
        aria-expanded={open}
        aria-controls={`${id}-list`}
        aria-activedescendant={active >= 0 ? `${id}-${active}` : undefined}
        value={typed ?? shown}
        onClick={() => setTyped(typed ?? '')}
        onInput={(event) => setTyped(event.currentTarget.value)}
        onKeyDown={onKeyDown}
        onBlur={onBlur}
        {...describedBy}
      />
      <div
        ref={list}
        id={`${id}-list`}
        class="fk-combo__list"
        role="listbox"
        aria-label={t('parts.picker.list')}
        hidden={!open}
      >
        {rows?.map((row, i) => (
          <div
            key={row.key}
            tabIndex={-1}
            id={`${id}-${i}`}
            role="option"
            aria-selected={i === active}
            onMouseDown={(event) => event.preventDefault()}
            onMouseUp={() => choose(row)}
          >
            {row.pick ? row.pick.name : t('parts.picker.free', { text: typed?.trim() })}
            {row.pick?.detail && <small>{row.pick.detail}</small>}
          </div>
        ))}
        {rows?.length === 0 && (
          <div role="option" tabIndex={-1} aria-selected={false} aria-disabled="true" class="fk-dim">
            {t('parts.picker.none')}
          </div>
        )}
      </div>
    </div>
  )
}

/** The next row in a direction, round the ends; from no row to the first or the last. */
function stepped(active: number, step: 1 | -1, count: number): number {
  if (active < 0) return step === 1 ? 0 : count - 1
  return (active + step + count) % count
}
