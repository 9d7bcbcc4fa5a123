import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { workbook } from '../../../functions/export/workbook.ts'
import { openFolder } from '../../../functions/files/folder.ts'
import { readWhole } from '../../../functions/files/file-store.ts'
import { places } from '../../../functions/intake/pages.ts'
import { UnreadableFile } from '../../../functions/intake/read/unreadable-file.ts'
import { createSheetKeeper } from '../../../functions/local/sheet-keeper.ts'
import { makeTemporaryDirectory } from '../../support/temporary-directory.ts'

const id = 'imp_1'
let directory: ReturnType<typeof makeTemporaryDirectory>

beforeEach(() => {
  directory = makeTemporaryDirectory()
})
afterEach(() => directory.remove())

const files = () => openFolder(join(directory.path, 'files'))

async function upload(rows: string[][]): Promise<void> {
  const batches = async function* () {
    yield rows
  }
  await files().put(places.upload(id), workbook('Utrustning', ['Namn', 'Serienr'], batches()))
}

it('keeps a sheet of a workbook as text, read in a thread of its own', async () => {
  await upload([['Dator "ett"', 'SN1']])
  const keepSheet = createSheetKeeper(directory.path)
  expect(await keepSheet(id)).toEqual({ sheet: 'Utrustning', sheets: ['Utrustning'] })
  const text = (await readWhole(files(), places.rows(id)))?.toString('utf8')
  expect(text).toBe('"Namn","Serienr"\n"Dator ""ett""","SN1"\n')
})

it('tells why a workbook cannot be read as the one who reads it would', async () => {
  await upload([['Dator', 'SN1']])
  const keepSheet = createSheetKeeper(directory.path)
  await expect(keepSheet(id, 'Bilar')).rejects.toEqual(new UnreadableFile('no-such-sheet'))
  await files().put(places.upload(id), Buffer.from('PK\u0003\u0004 and nothing else'))
  await expect(keepSheet(id)).rejects.toBeInstanceOf(UnreadableFile)
})

it('ends a workbook whose thread fails with an error, not the server', async () => {
  await files().put(join(places.rows(id), 'in-the-way'), Buffer.from('a folder where the text should be'))
  await upload([['Dator', 'SN1']])
  await expect(createSheetKeeper(directory.path)(id)).rejects.toThrow(Error)
})
