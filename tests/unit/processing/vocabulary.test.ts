import { describe, expect, it } from 'vitest'
import {
  builtInOf,
  codeOf,
  codesOf,
  dataClassOf,
  isInsecure,
  isVocabulary,
  isVulnerable,
  vocabularies,
  type VocabularyName,
} from '../../../functions/processing/vocabulary.ts'

/** Codes of domain section 2 by vocabulary, typed by hand. */
const domain: [VocabularyName, string][] = [
  ['regime', 'pdl svod qualityRegister solpul lss research employment transport archive general'],
  ['legalBasis', 'a b c d e f'],
  ['art9', 'a b c d e f g h i j'],
  ['volume', 'v1 v2 v3 v4 v5'],
  ['osl', '21:1 21:3 21:3a 21:7 25:1 26:1 18:8 19:3 31:16 39:2 none'],
  ['source', 'subject relative internal otherAuthority careProvider populationRegister device other'],
  ['operation', 'collect record organise store alter retrieve use disclose combine restrict erase'],
  ['media', 'digital paper imageSound removable'],
  ['storage', 'system personalFileServer sharedFileServer localDisk cloud supplier paperArchive device'],
  ['channel', 'directAccess systemMessage secureEmail secureFile paper oral email sms calendar socialMedia fax'],
  ['search', 'name personnummer caseNumber userId date health coerciveCare otherSensitive socialIntervention other'],
  ['dpia', 'evaluation automated monitoring sensitive largeScale combining vulnerable newTech blocking'],
  ['dpia35_3', 'a b c'],
  ['extract', 'builtIn report manual processor none'],
  ['processorTask', 'hosting support development storage communication archiving destruction analysis'],
  ['retentionAction', 'preserve destroy transfer'],
  ['retentionTrigger', 'lastEntry caseClosed employmentEnd collection calendarYear purposeEnded'],
  ['nationalIdGround', 'purpose secureIdentification otherWeighty consent'],
]

describe('the vocabularies', () => {
  it.each(domain)('%s has the codes of the domain model', (name, codes) => {
    expect(vocabularies[name].codes.map(({ code }) => code)).toEqual(codes.split(' '))
  })

  it('have no code twice', () => {
    for (const { codes } of Object.values(vocabularies)) {
      expect(new Set(codes.map(({ code }) => code)).size).toBe(codes.length)
    }
  })

  it('class the data', () => {
    expect(
      ['name', 'personnummer', 'location', 'coerciveCare', 'health', 'crime'].map((code) => dataClassOf(code)),
    ).toEqual(['ordinary', 'nationalId', 'integrity', 'adminDetention', 'art9', 'art10'])
  })

  it('mark the vulnerable and the insecure', () => {
    const vulnerable = vocabularies.subject.codes.filter(({ code }) => isVulnerable(code)).map(({ code }) => code)
    expect(vulnerable).toEqual('patient child client careRecipient lssPerson employee researchSubject'.split(' '))
    const insecure = vocabularies.channel.codes.filter(({ code }) => isInsecure(code)).map(({ code }) => code)
    expect(insecure).toEqual('email sms calendar socialMedia fax'.split(' '))
  })

  it('take the DSO’s codes beside their own, retired ones too', () => {
    const codes = {
      data: [
        { code: 'ecg', class: 'art9' },
        { code: 'old', parent: 'health', retired: true },
      ],
    }
    expect(codesOf('data', codes).slice(-2)).toEqual(codes.data)
    expect(dataClassOf('old', codes)).toBe('art9')
    expect(builtInOf('data', 'old', codes)).toBe('health')
    expect(codeOf('data', 'old', codes)?.retired).toBe(true)
    expect(codeOf('subject', 'ecg', codes)).toBeUndefined()
    expect(dataClassOf('unheard')).toBe('ordinary')
    expect(isVulnerable('pupil', { subject: [{ code: 'pupil', parent: 'child' }] })).toBe(true)
  })

  it('end a circle of parents', () => {
    const codes = {
      data: [
        { code: 'one', parent: 'other' },
        { code: 'other', parent: 'one' },
      ],
    }
    expect(['one', 'other']).toContain(builtInOf('data', 'one', codes))
  })

  it('tell names of vocabularies from other words', () => {
    expect(isVocabulary('data')).toBe(true)
    expect(isVocabulary('toString')).toBe(false)
  })
})
