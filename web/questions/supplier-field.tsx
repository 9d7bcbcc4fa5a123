import type { FieldText } from '../fields/described.tsx'
import { useForm } from '../notification/form-scope.ts'
import { valueAt, withValue } from '../notification/pointer.ts'
import { RefField } from '../pickers/ref-field.tsx'

/** A supplier from the register, or the name of one that it lacks. */
export function SupplierField({ pointer, text }: { pointer: string; text: FieldText }) {
  const form = useForm()
  const row = (valueAt(form.data, pointer) as { supplierId?: string; name?: string } | undefined) ?? {}
  const give = (supplierId: string | undefined, name: string | undefined): void =>
    form.set(pointer, withValue(withValue(row, '/supplierId', supplierId), '/name', name))
  return (
    <RefField
      pointer={`${pointer}/supplierId`}
      text={text}
      kind="supplier"
      units={form.units}
      value={row.supplierId}
      written={row.name}
      onChange={(id) => give(id, undefined)}
      onFreeText={(name) => give(undefined, name)}
    />
  )
}
