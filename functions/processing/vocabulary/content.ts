import { closed, joined, open } from './entry.ts'

/** Vocabularies of whose data, which data, and where it comes from. */
export const contentVocabularies = {
  subject: joined(
    open('patient child', { vulnerable: true }),
    open('relative'),
    open('client careRecipient lssPerson employee', { vulnerable: true }),
    open('applicant student consultant supplierContact resident traveller elected'),
    open('researchSubject', { vulnerable: true }),
    open('deceased'),
  ),
  volume: closed('v1 v2 v3 v4 v5'),
  data: joined(
    open('name contact userId employment education travel payment media log address family', { class: 'ordinary' }),
    open('personnummer reserveNumber', { class: 'nationalId' }),
    open('social economicAid economy intervention location assessment protectedIdentity', { class: 'integrity' }),
    open('coerciveCare', { class: 'adminDetention' }),
    open('health medication imaging genetic biometric ethnicity political religion union sexLife', { class: 'art9' }),
    open('crime', { class: 'art10' }),
  ),
  source: open('subject relative internal otherAuthority careProvider populationRegister device other'),
  search: open('name personnummer caseNumber userId date health coerciveCare otherSensitive socialIntervention other'),
}
