import type { ProcessingContext } from './context.ts'
import type { ActivityData } from './data.ts'
import {
  basisLines,
  dataLines,
  recipientLines,
  retentionLines,
  rightsLines,
  transferLines,
} from './information/lines.ts'
import type { Writer } from './information/writer.ts'
import { createWriter } from './information/writer.ts'
import { isProcessorRecord } from './traits.ts'
import type { Texts } from './text.ts'

/** Names that the record holds as ids, in the words in which people may see them. */
export interface InformationNames {
  controller?: string
  controllerContact?: string
  dpoContact?: string
}

/** One heading of the text with what stands under it. */
export interface InformationSection {
  heading: string
  lines: string[]
}

/** The texts of one language that the draft is written with: `information.json` and `vocabulary.json`. */
export interface InformationTexts {
  information: Texts
  vocabulary: Texts
}

/**
 * A draft of what data subjects are told (DSF 13-14, domain 10.12), from the record's answers. What the record does not tell
 * stands as a place to fill in, within brackets. A processor does not inform: its record gives nothing.
 */
export function informationText(
  data: ActivityData,
  context: Pick<ProcessingContext, 'codes'>,
  texts: InformationTexts,
  names: InformationNames = {},
): InformationSection[] {
  if (isProcessorRecord(data)) return []
  const writer = createWriter(texts, context.codes)
  const sections: [string, string[]][] = [
    ['who', whoLines(data, names, writer)],
    ['why', (data.purposes ?? []).flatMap(({ text }) => (text ? [text] : []))],
    ['basis', basisLines(data, writer)],
    ['data', dataLines(data, writer)],
    ['recipients', recipientLines(data, writer)],
    ['transfers', transferLines(data, writer)],
    ['retention', retentionLines(data, writer)],
    ['rights', rightsLines(data, writer)],
    ['complaint', [writer.say('complaint')]],
  ]
  return sections
    .filter(([key, lines]) => lines.length > 0 || key !== 'transfers')
    .map(([key, lines]) => ({
      heading: writer.say(`headings.${key}`),
      lines: lines.length > 0 ? lines : [writer.say('toFillIn')],
    }))
}

function whoLines(data: ActivityData, names: InformationNames, { say }: Writer): string[] {
  const blank = say('toFillIn')
  const others = (data.jointControllers ?? []).map(({ name }) => name)
  return [
    say('controller', { controller: names.controller ?? blank }),
    ...(others.length > 0 ? [say('joint', { others: others.join(', ') })] : []),
    ...(names.controllerContact ? [say('contact', { contact: names.controllerContact })] : []),
    say('dpo', { dpo: names.dpoContact ?? blank }),
  ]
}
