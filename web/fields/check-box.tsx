interface Props {
  id: string
  label: string
  checked: boolean
  describedBy?: string
  onChange: (checked: boolean) => void
}

/** One box to tick, with its label beside it. */
export function CheckBox({ id, label, checked, describedBy, onChange }: Props) {
  return (
    <div class="ds-field">
      <input
        class="ds-input"
        type="checkbox"
        id={id}
        checked={checked}
        aria-describedby={describedBy}
        onChange={(event) => onChange(event.currentTarget.checked)}
      />
      <label class="ds-label" for={id}>
        {label}
      </label>
    </div>
  )
}
