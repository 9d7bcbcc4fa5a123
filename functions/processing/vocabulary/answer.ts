import { closed } from './entry.ts'

/** Vocabularies of single choices in the form and of the register's own side. */
export const answerVocabularies = {
  triage: closed('controller jointController processor receiveOnly'),
  changeType: closed('new change end'),
  registerRole: closed('controller jointController processor'),
  triState: closed('yes no unknown'),
  yesNo: closed('yes no'),
  automatedDecisions: closed('none support full'),
  endDisposition: closed('destroyed archived transferred retained'),
  refusalReason: closed('duplicate notPersonalData otherController'),
  riskLevel: closed('low medium high'),
}
