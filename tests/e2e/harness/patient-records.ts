import type { Answers } from './form.ts'
import type { Published } from './published.ts'

/** The published activity as an employee of the heart clinic would answer, section by section, in the form's own order. */
export function patientRecordAnswers(published: Published): { [section: string]: Answers } {
  return {
    a: {
      name: published.name,
      contactPersonId: 'Maja Lindkvist',
      responsibleManagerId: 'Per Åkesson',
      startDate: '2026-12-01',
    },
    b: {
      'purposes-0-text': published.purpose.join('. '),
      'legalRegimes-pdl': true,
      'dataSources-subject': true,
      'dataSources-otherAuthority': true,
      'isResearch-no': true,
    },
    c: {
      'dataSubjectCategories-patient': true,
      'dataSubjectCategories-relative': true,
      'volume-v4': true,
      'includesProtectedIdentities-yes': true,
      protectedIdentityRoutine: 'Rutin för skyddade personuppgifter, sjukhusförvaltningen',
    },
    d: {
      'dataCategories-name': true,
      'dataCategories-address': true,
      'dataCategories-contact': true,
      'dataCategories-family': true,
      'dataCategories-personnummer': true,
      'dataCategories-health': true,
      'dataCategories-medication': true,
      'confidentialityDutyConfirmed-yes': true,
      'nationalIdGround-secureIdentification': true,
      nationalIdJustification: 'Patienten måste kunna identifieras säkert',
      'searchTerms-name': true,
      'searchTerms-personnummer': true,
    },
    e: {
      'operations-collect': true,
      'operations-record': true,
      'operations-store': true,
      'operations-use': true,
      'media-digital': true,
      applicationIds: `+${published.systems[0] ?? ''}`,
      'storageLocations-system': true,
      'automatedDecisions-none': true,
      'profiling-no': true,
      'usesAi-no': true,
      'accessGroups-0-group': published.recipients[0] ?? '',
      'accessGroups-0-need': 'Ger vård',
    },
    f: {
      'recipients-0-category': published.recipients[1] ?? '',
      'recipients-0-kind': 'authority',
      noProcessors: true,
      'thirdCountryTransfer-no': true,
    },
    g: {},
    h: {
      'securityMeasures-accessControl': true,
      'securityMeasures-strongAuth': true,
      'securityMeasures-logging': true,
      'securityMeasures-logReview': true,
      'securityMeasures-backup': true,
      'classificationId-diaryNumber': 'RS 2026-0123',
      'riskAnalysisIds-0-diaryNumber': 'RS 2026-0124',
      logFollowUp: 'Chefen kontrollerar ett urval varje månad',
    },
    i: {
      'pdlInfoConfirmed-yes': true,
      'informationStatus-yes': true,
      privacyNoticeRef: 'Om dina uppgifter i vården',
      'accessExtractMethod-builtIn': true,
    },
    j: { 'dpiaId-diaryNumber': 'RS 2026-0125' },
  }
}
