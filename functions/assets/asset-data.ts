import * as z from 'zod/mini'
import type { Link } from '../register/kind.ts'

/** One line of text without blanks around it. */
export function line(maximum: number): z.ZodMiniType<string, string> {
  return z.string().check(z.minLength(1), z.maxLength(maximum), z.regex(/^\S(?:.*\S)?$/))
}

const id = z.string().check(z.regex(/^[a-z]+_[0-9A-Za-z]{1,40}$/))

/** What every asset holds, whatever its kind; only the name must be there. */
export const assetFields = {
  name: line(120).check(z.minLength(2)),
  description: z.optional(z.string().check(z.maxLength(2000))),
  usingOrgUnitIds: z.optional(z.array(id).check(z.maxLength(20))),
  responsiblePersonId: z.optional(id),
  personalData: z.optional(z.enum(['yes', 'no', 'unknown'])),
  supplierIds: z.optional(
    z
      .array(
        z.strictObject({
          supplierId: id,
          role: z.optional(z.enum(['manufacturer', 'vendor', 'maintenance', 'hosting', 'support'])),
          processesPersonalData: z.optional(z.boolean()),
        }),
      )
      .check(z.maxLength(10)),
  ),
  /** The state to return to when a missing asset is found; written by `reportMissing`. */
  stateBefore: z.optional(z.string()),
}

const schema = z.strictObject(assetFields)

export type AssetData = z.infer<typeof schema>

export const personId = id

/** Links of any asset: using units, responsible person, suppliers. */
export function assetLinks({ usingOrgUnitIds = [], responsiblePersonId, supplierIds = [] }: AssetData): Link[] {
  return [
    ...usingOrgUnitIds.map((unit, index) => ({
      rel: 'usedBy',
      pointer: `/usingOrgUnitIds/${index}`,
      kind: 'orgUnit',
      id: unit,
      checked: false,
    })),
    ...(responsiblePersonId
      ? [
          {
            rel: 'responsible',
            pointer: '/responsiblePersonId',
            kind: 'person',
            id: responsiblePersonId,
            checked: false,
          },
        ]
      : []),
    ...supplierIds.map(({ supplierId }, index) => ({
      rel: 'supplier',
      pointer: `/supplierIds/${index}/supplierId`,
      kind: 'supplier',
      id: supplierId,
      checked: true,
    })),
  ]
}
