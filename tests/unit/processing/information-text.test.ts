import { describe, expect, it } from 'vitest'
import { informationText } from '../../../functions/processing/information-text.ts'
import { sourceInWords } from '../../../functions/processing/legal-source.ts'
import enInformation from '../../../functions/processing/text/en/information.json' with { type: 'json' }
import enSource from '../../../functions/processing/text/en/legal-source.json' with { type: 'json' }
import enDataVocabulary from '../../../functions/processing/text/en/data-vocabulary.json' with { type: 'json' }
import enVocabulary from '../../../functions/processing/text/en/vocabulary.json' with { type: 'json' }
import svInformation from '../../../functions/processing/text/sv/information.json' with { type: 'json' }
import svSource from '../../../functions/processing/text/sv/legal-source.json' with { type: 'json' }
import svDataVocabulary from '../../../functions/processing/text/sv/data-vocabulary.json' with { type: 'json' }
import svVocabulary from '../../../functions/processing/text/sv/vocabulary.json' with { type: 'json' }
import { questions } from '../../../functions/processing/form.ts'
import { rules } from '../../../functions/processing/findings.ts'
import { having, maximal, ordinary, processorRecord } from './records.ts'

const sv = { information: svInformation, vocabulary: { ...svVocabulary, ...svDataVocabulary } }
const en = { information: enInformation, vocabulary: { ...enVocabulary, ...enDataVocabulary } }

describe('the draft of what data subjects are told', () => {
  it('tells all that Art. 13 asks, in order', () => {
    const sections = informationText(ordinary, {}, sv, {
      controller: 'Hälso- och sjukvårdsnämnden',
      dpoContact: 'dso@demo.example',
    })
    expect(sections.map(({ heading }) => heading)).toEqual([
      'Vem ansvarar för dina uppgifter?',
      'Varför behandlar vi dina uppgifter?',
      'Med vilken rätt gör vi det?',
      'Vilka uppgifter gäller det?',
      'Vem får ta del av uppgifterna?',
      'Hur länge sparas uppgifterna?',
      'Vilka rättigheter har du?',
      'Vill du klaga?',
    ])
    const text = sections.flatMap(({ lines }) => lines).join('\n')
    expect(text).toContain('Hälso- och sjukvårdsnämnden är personuppgiftsansvarig.')
    expect(text).toContain('dso@demo.example')
    expect(text).toContain('Påminna patienter om bokade återbesök.')
    expect(text).toContain('med stöd av Patientdatalagen 2 kap. 4 §')
    expect(text).toContain('namn, kontaktuppgifter, hälsa')
    expect(text).toContain('För alla uppgifter: 30 dagar när uppgifterna inte längre behövs.')
    expect(text).toContain('invända')
    expect(text).toContain('IMY')
    expect(text).not.toMatch(/\[|\{/)
  })

  it('tells of transfers, automated decisions, consent and opting out where the record has them', () => {
    const text = JSON.stringify(informationText(maximal, {}, en))
    expect(text).toContain('United States. The data are protected in this way: Standard contractual clauses')
    expect(text).toContain('Poäng avgör turordning.')
    expect(text).toContain('withdraw your consent')
    expect(text).toContain('You can say no to the quality register. Patienten säger till.')
    expect(text).toContain('Suppliers process data for us')
    expect(text).toContain('shared with Exempelby kommun')
    expect(text).toContain('10 years')
  })

  it('leaves a place to fill in for what the record does not tell', () => {
    const text = informationText({ purposes: [] }, {}, en)
    expect(text.find(({ heading }) => heading.startsWith('Why'))?.lines).toEqual(['[fill in]'])
    expect(text[0]?.lines[0]).toBe('[fill in] is the controller.')
  })

  it('words preservation, minimum times, criteria and the DSO’s own codes', () => {
    const codes = { data: [{ code: 'ecg', sv: 'EKG', en: 'ECG' }] }
    const data = having({
      dataCategories: [{ code: 'ecg' }],
      retentionRules: [
        { categories: ['ecg'], action: 'preserve' },
        { categories: 'all', period: 'P1Y6M', min: true },
        { categories: 'all', criterion: 'tills planen säger annat' },
        { categories: 'all' },
      ],
    })
    const lines = informationText(data, { codes }, sv).find(({ heading }) => heading.startsWith('Hur länge'))?.lines
    expect(lines).toEqual([
      'För ekg: bevaras för alltid enligt arkivlagen.',
      'För alla uppgifter: minst 1 år 6 månader.',
      'För alla uppgifter: tills planen säger annat.',
      'För alla uppgifter: [fyll i].',
    ])
  })

  it('is nothing for a processor, whose controller informs', () => {
    expect(informationText(processorRecord, {}, sv)).toEqual([])
  })
})

describe('legal sources in words', () => {
  it.each([
    ['DSF 5.1 b, 30.1 b', 'dataskyddsförordningen artikel 5.1 b och 30.1 b', 'GDPR Articles 5(1)(b) and 30(1)(b)'],
    ['PDL 2:7 a', 'patientdatalagen 2 kap. 7 a §', 'Patient Data Act, chapter 2, section 7 a'],
    ['DSL 2:1–2', 'dataskyddslagen 2 kap. 1–2 §§', 'Data Protection Act, chapter 2, sections 1–2'],
    ['DSF 22.2–4', 'dataskyddsförordningen artikel 22.2–4', 'GDPR Article 22(2)–(4)'],
    ['arkivlagen 10 §', 'arkivlagen 10 §', 'Archives Act, section 10'],
    ['S0, S4', 'organisationens egna riktlinjer', 'the organisation’s own guidelines'],
    [
      'OSL 18:8 p 3–4',
      'offentlighets- och sekretesslagen 18 kap. 8 §',
      'Public Access to Information and Secrecy Act, chapter 18, section 8',
    ],
    ['TF 2', 'TF 2', 'TF 2'],
  ])('%s is %s', (source, swedish, english) => {
    expect(sourceInWords(source, svSource)).toBe(swedish)
    expect(sourceInWords(source, enSource)).toBe(english)
  })

  it('knows every source that questions and rules name', () => {
    for (const { source } of [...questions, ...rules]) {
      expect(sourceInWords(source, svSource)).not.toMatch(/\b(DSF|DSL|PDL|SoLPU|OSL|SVOD|HSLF40|S0|S4)\b/)
    }
  })
})
