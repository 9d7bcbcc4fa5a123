import { describe, expect, it } from 'vitest'
import { BadMapping, parseMapping } from '../../../../functions/processing/import/mapping.ts'
import { activitySchema } from '../../../../functions/processing/schema.ts'
import { plan, planOne } from './support.ts'

describe('rows', () => {
  it('keeps the source text of every column beside what was understood', () => {
    const row = planOne({ id: 'R-1', name: 'Skolskjuts', legal_basis: 'Myndighetsutövning', egen_kolumn: 'behålls' })
    expect(row.data.imported).toEqual({
      source: 'test',
      reference: 'R-1',
      row: 1,
      fields: { id: 'R-1', name: 'Skolskjuts', legal_basis: 'Myndighetsutövning', egen_kolumn: 'behålls' },
    })
    expect(row.unmapped).toEqual(['egen_kolumn'])
  })

  it('gives a nameless row a provisional name from its purpose, and says so', () => {
    const row = planOne({ name: '', purpose: 'Ordna kommunens sommarskola' })
    expect(row.data.name).toBe('Ordna kommunens sommarskola')
    expect(row.warnings).toEqual([{ warning: 'provisional-name' }])
  })

  it('names a row that has neither name nor purpose after its place', () => {
    expect(planOne({ retention: '5 år' }).data.name).toBe('Namnlös behandling, rad 1')
  })

  it('keeps a line that is no JSON as a draft of its own', () => {
    const rows = plan('{"name":"A"}\n{"name":"B"}\n{"name": oj')
    expect(rows).toHaveLength(3)
    expect(rows[2]?.data.imported?.fields).toEqual({ text: '{"name": oj' })
    expect(rows[2]?.warnings[0]).toEqual({ warning: 'broken-json' })
  })

  it('shortens what is too long for the register and keeps the whole text', () => {
    const long = 'Utreda och följa upp. '.repeat(5_000)
    const row = planOne({ name: 'N'.repeat(300), purpose: long, recipients: 'Mottagare '.repeat(500) })
    expect(activitySchema.safeParse(row.data).success).toBe(true)
    expect(row.data.name).toHaveLength(120)
    const kept = Object.entries(row.data.imported?.fields ?? {}).filter(([heading]) => heading.startsWith('purpose'))
    expect(kept.map(([, text]) => text).join('') === long).toBe(true)
    expect(row.warnings.map(({ warning }) => warning)).toContain('adjusted')
  })

  it('says so when a row is larger than a record can be', () => {
    const row = planOne({ name: 'Stor', history: 'x'.repeat(1_000_000), purpose: 'Minnas allt' })
    expect(row.warnings).toContainEqual({ warning: 'source-cut', params: { row: 1 } })
    expect(row.data.imported?.fields['purpose']).toBe('Minnas allt')
    expect(JSON.stringify(row.data).length).toBeLessThan(300_000)
  })

  it('takes a personnummer out of the answers, keeps it in the source and warns without repeating it', () => {
    const row = planOne({ name: 'Ärende', purpose: 'Gäller 19121212-1212 och hennes ansökan' })
    expect(row.data.purposes?.[0]?.text).toBe('Gäller (personnummer borttaget) och hennes ansökan')
    expect(row.data.imported?.fields['purpose']).toContain('19121212-1212')
    expect(row.warnings).toEqual([{ warning: 'national-id', params: { heading: 'purpose', number: '1912' } }])
  })
})

describe('keys', () => {
  it('makes the same key of the same name and controller however they are spaced', () => {
    const [one, other] = [
      planOne({ name: 'Skolskjuts', controller: 'A' }),
      planOne({ name: ' skolskjuts ', controller: 'A' }),
    ]
    expect(one.reference).toBe(other.reference)
    expect(planOne({ name: 'Skolskjuts', controller: 'B' }).reference).not.toBe(one.reference)
  })

  it('keeps every row of a file that repeats a key', () => {
    const rows = plan('id,name,purpose\n7,A,x\n7,B,y\n7,C,z')
    expect(rows.map(({ reference }) => reference)).toEqual(['7', '7~2', '7~3'])
    expect(rows[1]?.warnings).toEqual([{ warning: 'repeated-reference', params: { reference: '7' } }])
  })

  it('tells nameless rows of one controller apart', () => {
    const rows = plan('name,controller,purpose\n,A,x\n,A,y')
    expect(rows[0]?.reference).not.toBe(rows[1]?.reference)
  })
})

describe('controllers and units', () => {
  it('finds the board by name, with what stands around it', () => {
    expect(planOne({ name: 'A', controller: 'Socialnämnden, Exempelby kommun' }).data.controllerOrgUnitId).toBe(
      'org_social',
    )
    expect(planOne({ name: 'A', unit: 'Individ- och familjeomsorg' }).data.orgUnitId).toBe('org_ifo')
  })

  it("does not take another municipality's board for ours", () => {
    const row = planOne({ name: 'A', controller: 'Socialnämnden, Annanby kommun' })
    expect(row.data.controllerOrgUnitId).toBeUndefined()
    expect(row.textOnly).toContainEqual({ field: 'controller', texts: ['Socialnämnden, Annanby kommun'] })
  })
})

describe('mapping files', () => {
  it('follow the person who wrote them, over what the headings say', () => {
    const [row] = plan('Kol A,Kol B,Kol C\n17,Skolskjuts,Samtycke', {
      fields: { 'Kol B': 'name', 'Kol C': 'legalBasis' },
      key: 'Kol A',
    })
    expect(row?.reference).toBe('17')
    expect(row?.data).toMatchObject({ name: 'Skolskjuts', purposes: [{ legalBases: [{ basis: 'a' }] }] })
  })

  it.each([
    ['no JSON', '{', 'not-json'],
    ['no fields', '{}', 'no-fields'],
    ['a field that does not exist', '{"fields":{"A":"colour"}}', 'unknown-field'],
  ])('with %s are refused', (_, text, reason) => {
    expect(() => parseMapping(text)).toThrow(expect.objectContaining({ reason }))
  })

  it('that name a heading the file lacks are refused', () => {
    expect(() => plan('A,B\n1,2', { fields: { C: 'name' } })).toThrow(BadMapping)
  })
})

describe('templates of supervisory authorities', () => {
  it("reads boxes ticked in CNIL's columns as their headings", () => {
    const row = planOne({
      "Nom de l'activité": 'Accueil de loisirs',
      'Objectifs poursuivis': 'Gestion des inscriptions',
      'Catégories de données collectées: Vie professionnelle': 'Oui',
      'Catégories de données collectées: Données de localisation': 'Non',
      'Mesures de sécurité: Sauvegarde des données': 'X',
      'Transferts des données hors UE (Oui / Non, pays)': 'Non',
    })
    expect(row.data.dataCategories).toEqual([{ code: 'employment' }])
    expect(row.data.securityMeasures).toEqual(['backup'])
    expect(row.data.thirdCountryTransfer).toBe('no')
  })

  it("reads ICO's columns, articles 6 and 9 and a transfer with its safeguard", () => {
    const row = planOne({
      'Business function': 'HR',
      'Purpose of processing': 'Personnel file',
      'Categories of individuals': 'Employees',
      'Article 6 lawful basis for processing personal data': 'Article 6(1)(b) - contract',
      'Article 9 condition for processing special category data': 'Article 9(2)(b) - employment',
      'Names of third countries or international organisations that personal data are transferred to (if applicable)':
        'USA',
      'Safeguards for exceptional transfers of personal data to third countries or international organisations (if applicable)':
        'Standard contractual clauses',
    })
    expect(row.data).toMatchObject({
      name: 'Personnel file',
      dataSubjectCategories: ['employee'],
      art9Exceptions: ['b'],
      purposes: [{ legalBases: [{ basis: 'b' }] }],
      thirdCountryTransfer: 'yes',
      transfers: [{ country: 'US', mechanism: 'scc46_2c' }],
    })
  })
})
